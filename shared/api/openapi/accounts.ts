import * as contract from '../contract.ts';
import { BODY_ERRORS, type Paths, parameter } from './operation.ts';

const SESSION_ID = parameter('path', 'id', contract.sessionText.shape.id);

const token = 'access token';
const steppedUp = 'access token, stepped up';
const USER_ERRORS = ['unauthorized', 'session-ended', 'account-suspended'] as const;
const WRITE_ERRORS = [...USER_ERRORS, ...BODY_ERRORS] as const;
const OPENING_ERRORS = [...WRITE_ERRORS, 'account-changed', 'manifest-conflict'] as const;
const PASSWORD_ERRORS = [...OPENING_ERRORS, 'wrong-credentials', 'too-many-attempts'] as const;

/** What a person does with the own account. */
export const ACCOUNT_PATHS: Paths = {
  '/api/v1/account': {
    get: {
      summary: 'The account and all that opens it, sealed',
      token,
      answers: { 200: contract.accountAnswer },
      errors: USER_ERRORS,
    },
    delete: {
      summary: 'Leave: everything is deleted in 7 days',
      token: steppedUp,
      answers: { 200: contract.leaveAnswer },
      errors: [...USER_ERRORS, 'step-up-required', 'account-changed'],
    },
  },
  '/api/v1/account/restore': {
    post: {
      summary: 'Stay after all',
      token,
      answers: { 204: null },
      errors: [...USER_ERRORS, 'account-changed'],
    },
  },
  '/api/v1/account/manifest': {
    put: {
      summary: 'Put the next manifest in place of the last',
      token,
      body: contract.putManifestRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, 'manifest-conflict'],
    },
  },
  '/api/v1/account/password': {
    post: {
      summary: 'Change the password; every other session ends',
      token,
      body: contract.changePasswordRequest,
      answers: { 204: null },
      errors: PASSWORD_ERRORS,
    },
  },
  '/api/v1/account/user-key': {
    post: {
      summary: 'Put a new user key, and all that it wraps, in place of the old one',
      token,
      body: contract.rotateUserKeyRequest,
      answers: { 204: null },
      errors: PASSWORD_ERRORS,
    },
  },
  '/api/v1/account/recovery-kit': {
    post: {
      summary: 'Put a new recovery kit in place of the old one',
      token: steppedUp,
      body: contract.newKitRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, 'step-up-required', 'account-changed'],
    },
  },
  '/api/v1/account/email': {
    post: {
      summary: 'Have a code sent to a new address',
      token: steppedUp,
      body: contract.changeEmailRequest,
      answers: { 202: null },
      errors: [...WRITE_ERRORS, 'step-up-required', 'rate-limited'],
    },
  },
  '/api/v1/account/email/confirm': {
    post: {
      summary: 'Change the address with the code that came there',
      token: steppedUp,
      body: contract.confirmEmailRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, 'step-up-required', 'wrong-code', 'account-changed'],
    },
  },
  '/api/v1/sessions': {
    get: {
      summary: 'Every signed-in browser',
      token,
      answers: { 200: contract.sessionsAnswer },
      errors: USER_ERRORS,
    },
    delete: {
      summary: 'End every session but this one',
      token,
      answers: { 204: null },
      errors: USER_ERRORS,
    },
  },
  '/api/v1/sessions/{id}': {
    patch: {
      summary: 'Give a session another name',
      token,
      body: contract.renameSessionRequest,
      answers: { 204: null },
      errors: [...WRITE_ERRORS, 'not-found'],
      parameters: [SESSION_ID],
    },
    delete: {
      summary: 'End a session',
      token,
      answers: { 204: null },
      errors: [...USER_ERRORS, 'invalid-request', 'not-found'],
      parameters: [SESSION_ID],
    },
  },
  '/api/v1/sign-out': {
    post: {
      summary: 'End this session',
      token,
      answers: { 204: null },
      errors: USER_ERRORS,
    },
  },
};
