import * as contract from '../contract.ts';
import { BODY_ERRORS, type Paths } from './operation.ts';

const GUEST_ERRORS = ['rate-limited', ...BODY_ERRORS, 'unavailable'] as const;
const SIGN_IN_ERRORS = [...GUEST_ERRORS, 'too-many-attempts', 'account-suspended'] as const;

/** The ways into an account. An address with an account and one without are answered alike. */
export const SIGN_IN_PATHS: Paths = {
  '/api/v1/accounts/codes': {
    post: {
      summary: 'Have a code sent by mail',
      body: contract.codeRequest,
      answers: { 202: null },
      errors: GUEST_ERRORS,
    },
  },
  '/api/v1/accounts': {
    post: {
      summary: 'Sign up with the code, or with what a provider vouches for; repeatable',
      body: contract.signUpRequest,
      answers: { 201: contract.tokensAnswer },
      errors: [...GUEST_ERRORS, 'wrong-code', 'identity-refused', 'account-exists'],
    },
  },
  '/api/v1/sign-in/parameters': {
    post: {
      summary: 'How the password becomes keys',
      body: contract.signInParametersRequest,
      answers: { 200: contract.signInParametersAnswer },
      errors: [...GUEST_ERRORS, 'identity-refused'],
    },
  },
  '/api/v1/sign-in': {
    post: {
      summary: 'Sign in, as far as the password goes',
      body: contract.signInRequest,
      answers: { 200: contract.signInAnswer },
      errors: [...SIGN_IN_ERRORS, 'wrong-credentials', 'identity-refused', 'account-changed'],
    },
  },
  '/api/v1/sign-in/second': {
    post: {
      summary: 'Sign in with a second factor',
      body: contract.secondFactorRequest,
      answers: { 200: contract.tokensAnswer },
      errors: [...SIGN_IN_ERRORS, 'challenge-ended', 'wrong-code', 'wrong-passkey'],
    },
  },
  '/api/v1/sign-in/oidc': {
    post: {
      summary: 'Begin to sign in by the provider that the server names',
      body: contract.beginOidcRequest,
      answers: { 200: contract.beginOidcAnswer },
      errors: [...GUEST_ERRORS, 'not-found'],
    },
  },
  '/api/v1/sign-in/oidc/callback': {
    post: {
      summary: 'What the provider says, as a token that stands in for the address',
      body: contract.finishOidcRequest,
      answers: { 200: contract.identityAnswer },
      errors: [...GUEST_ERRORS, 'not-found', 'identity-refused', 'email-not-verified'],
    },
  },
  '/api/v1/tokens/refresh': {
    post: {
      summary: 'Take the next turn of a session; the same nonce again takes no other',
      body: contract.refreshRequest,
      answers: { 200: contract.tokensAnswer },
      errors: [...GUEST_ERRORS, 'session-ended', 'account-suspended'],
    },
  },
  '/api/v1/recovery': {
    post: {
      summary: 'Open an account with the recovery kit and the code from the mail',
      body: contract.recoveryRequest,
      answers: { 200: contract.recoveryAnswer },
      errors: [...GUEST_ERRORS, 'wrong-code', 'wrong-kit', 'account-suspended'],
    },
  },
  '/api/v1/recovery/finish': {
    post: {
      summary: 'Give the account a new password and a new kit; every other session ends',
      body: contract.finishRecoveryRequest,
      answers: { 200: contract.tokensAnswer },
      errors: [...GUEST_ERRORS, 'unauthorized', 'account-changed', 'manifest-conflict'],
    },
  },
};
