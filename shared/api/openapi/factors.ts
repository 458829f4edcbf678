import * as z from 'zod';
import * as contract from '../contract.ts';
import { BODY_ERRORS, type Paths, parameter } from './operation.ts';

const PASSKEY_ID = parameter('path', 'id', contract.passkey.shape.id);
const IDENTITY_ID = parameter('path', 'id', contract.linkedIdentity.shape.id);
const BEFORE = parameter('query', 'before', z.number().int().min(1), false);

const token = 'access token';
const steppedUp = 'access token, stepped up';
const USER_ERRORS = ['unauthorized', 'session-ended', 'account-suspended'] as const;
const WRITE_ERRORS = [...USER_ERRORS, ...BODY_ERRORS] as const;
const STEP_UP_ERRORS = [...USER_ERRORS, 'step-up-required'] as const;
const PROOF_ERRORS = [
  'challenge-ended',
  'wrong-code',
  'wrong-passkey',
  'too-many-attempts',
] as const;

/** Second factors, step-up, and the log of the account. */
export const FACTOR_PATHS: Paths = {
  '/api/v1/step-up/options': {
    post: {
      summary: 'What a step-up asks for',
      token,
      answers: { 200: contract.stepUpOptions },
      errors: USER_ERRORS,
    },
  },
  '/api/v1/step-up': {
    post: {
      summary: 'Prove again who one is: dangerous acts are open for 5 minutes',
      token,
      body: contract.stepUpRequest,
      answers: { 200: contract.stepUpAnswer },
      errors: [...WRITE_ERRORS, ...PROOF_ERRORS, 'wrong-credentials', 'second-factor-required'],
    },
  },
  '/api/v1/account/totp': {
    post: {
      summary: 'Begin to add an authenticator app',
      token: steppedUp,
      answers: { 201: contract.totpAnswer },
      errors: [...STEP_UP_ERRORS, 'factor-exists'],
    },
    delete: {
      summary: 'Remove the authenticator app',
      token: steppedUp,
      answers: { 204: null },
      errors: [...STEP_UP_ERRORS, 'not-found'],
    },
  },
  '/api/v1/account/totp/confirm': {
    post: {
      summary: 'Add the authenticator app with its first code',
      token,
      body: contract.confirmTotpRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, 'wrong-code', 'too-many-attempts', 'factor-exists', 'not-found'],
    },
  },
  '/api/v1/account/passkeys/options': {
    post: {
      summary: 'Begin to add a passkey',
      token: steppedUp,
      answers: { 200: contract.passkeyOptionsAnswer },
      errors: [...STEP_UP_ERRORS, 'too-many-passkeys'],
    },
  },
  '/api/v1/account/passkeys': {
    post: {
      summary: 'Add a passkey',
      token,
      body: contract.addPasskeyRequest,
      answers: { 201: contract.passkey },
      errors: [
        ...WRITE_ERRORS,
        ...PROOF_ERRORS,
        'factor-exists',
        'too-many-passkeys',
        'user-key-renewed',
      ],
    },
  },
  '/api/v1/account/passkeys/{id}': {
    patch: {
      summary: 'Rename a passkey, or change what it unlocks',
      token,
      body: contract.changePasskeyRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, 'not-found', 'user-key-renewed'],
      parameters: [PASSKEY_ID],
    },
    delete: {
      summary: 'Remove a passkey',
      token: steppedUp,
      answers: { 204: null },
      errors: [...STEP_UP_ERRORS, 'not-found'],
      parameters: [PASSKEY_ID],
    },
  },
  '/api/v1/account/recovery-codes': {
    post: {
      summary: 'Make ten recovery codes; those made before are void',
      token: steppedUp,
      answers: { 201: contract.recoveryCodesAnswer },
      errors: [...STEP_UP_ERRORS, 'no-second-factor'],
    },
  },
  '/api/v1/account/identities': {
    get: {
      summary: 'Who issuers say that the account’s owner is',
      token,
      answers: { 200: contract.identitiesAnswer },
      errors: USER_ERRORS,
    },
    post: {
      summary: 'Link what an issuer vouches for; repeatable',
      token: steppedUp,
      body: contract.linkIdentityRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, ...STEP_UP_ERRORS, 'identity-refused', 'identity-taken'],
    },
  },
  '/api/v1/account/identities/{id}': {
    delete: {
      summary: 'Unlink an identity',
      token: steppedUp,
      answers: { 204: null },
      errors: [...STEP_UP_ERRORS, 'not-found'],
      parameters: [IDENTITY_ID],
    },
  },
  '/api/v1/account/activity': {
    get: {
      summary: 'What happened to the account, newest first',
      token,
      answers: { 200: contract.activityAnswer },
      errors: [...USER_ERRORS, 'invalid-request'],
      parameters: [BEFORE],
    },
  },
};
