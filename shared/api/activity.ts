/* What an account's log tells its owner: constants that server and clients share. */

/** What was done. */
export const ACTIVITY_KINDS = [
  'sign-up',
  'sign-in',
  'second-factor',
  'step-up',
  'sign-out',
  'session-renamed',
  'session-ended',
  'sessions-ended',
  'token-reused',
  'password-changed',
  'email-changed',
  'user-key-rotated',
  'recovery-kit-made',
  'recovery',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-renamed',
  'passkey-unlocking-changed',
  'passkey-removed',
  'recovery-codes-made',
  'identity-linked',
  'identity-unlinked',
  'deletion-asked',
  'deletion-taken-back',
  'suspended',
  'restored',
  'role-changed',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** `ok`, or why it did not come about. */
export const ACTIVITY_OUTCOMES = [
  'ok',
  'wrong-password',
  'wrong-code',
  'wrong-passkey',
  'suspended',
] as const;
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

/** Lines of the log in one answer. */
export const ACTIVITY_PAGE = 50;
