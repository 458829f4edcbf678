/**
 * Every error the server answers: `code -> status and message` (PROTOCOL section 4). The body is
 * `{"error": {"code", "message", ...}}`; codes are stable, messages are one sentence for a person.
 */
export const ERRORS = {
  'invalid-request': { status: 400, message: 'The request is not well-formed.' },
  'wrong-part-length': { status: 400, message: 'This part of the upload has the wrong length.' },
  unauthorized: { status: 401, message: 'A token is missing or malformed.' },
  'wrong-credentials': { status: 401, message: 'The e-mail address or the password is wrong.' },
  'session-ended': { status: 401, message: 'This session has ended; sign in again.' },
  'wrong-code': { status: 403, message: 'The code is wrong or too old; ask for a new one.' },
  'wrong-kit': { status: 403, message: 'This recovery kit does not belong to this account.' },
  'step-up-required': { status: 403, message: 'Confirm first that it is you.' },
  'wrong-passkey': { status: 403, message: 'This passkey is not one of this account.' },
  'second-factor-required': { status: 403, message: 'Confirm with your second factor.' },
  'challenge-ended': { status: 403, message: 'The time to confirm is over; start again.' },
  'identity-refused': {
    status: 403,
    message: 'The provider did not confirm who you are; start again.',
  },
  'email-not-verified': {
    status: 403,
    message: 'The provider has not verified this e-mail address.',
  },
  'account-suspended': { status: 403, message: 'This account is suspended.' },
  forbidden: { status: 403, message: 'This account may not do that.' },
  'wrong-passphrase': { status: 403, message: 'The passphrase is wrong.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'share-not-found': { status: 404, message: 'There is no such share.' },
  'method-not-allowed': { status: 405, message: 'This address does not take that method.' },
  'no-second-factor': {
    status: 409,
    message: 'Add an authenticator app or a passkey before recovery codes.',
  },
  'factor-exists': { status: 409, message: 'The account has this second factor already.' },
  'identity-taken': { status: 409, message: 'This identity belongs to another account.' },
  'too-many-passkeys': { status: 409, message: 'The account has as many passkeys as it may.' },
  'report-closed': { status: 409, message: 'This report is closed already.' },
  'is-admin': { status: 409, message: 'This account is an admin; take that role away first.' },
  'own-account': { status: 409, message: 'An admin may not do that to their own account.' },
  'account-exists': { status: 409, message: 'Another account has this id.' },
  'account-changed': {
    status: 409,
    message: 'The account was changed on another device meanwhile; load it again.',
  },
  'user-key-renewed': {
    status: 409,
    message: 'The key of this account was renewed meanwhile; unlock it again, and seal anew.',
  },
  'manifest-conflict': {
    status: 409,
    message: 'Another device wrote the manifest meanwhile; load it again.',
  },
  'item-not-found': { status: 404, message: 'There is no such item.' },
  'upload-not-found': { status: 404, message: 'There is no such upload.' },
  'version-conflict': { status: 409, message: 'The item was changed elsewhere meanwhile.' },
  'share-exists': { status: 409, message: 'Another share has this id.' },
  'upload-incomplete': { status: 409, message: 'The upload of this share is not complete.' },
  'upload-complete': { status: 409, message: 'The upload of this share is already complete.' },
  'share-gone': { status: 410, message: 'This share is gone.' },
  'claim-ended': { status: 410, message: 'This reading of the share has ended.' },
  'quota-exceeded': { status: 413, message: 'The account has no room for this.' },
  'upgrade-required': { status: 426, message: 'This address takes WebSockets only.' },
  'too-large': { status: 413, message: 'The request is too large.' },
  'unsupported-media-type': { status: 415, message: 'The body has the wrong content type.' },
  'range-not-satisfiable': { status: 416, message: 'The range lies outside the content.' },
  'rate-limited': { status: 429, message: 'Too many requests; try again later.' },
  'too-many-attempts': { status: 429, message: 'Too many wrong attempts; wait before the next.' },
  internal: { status: 500, message: 'Something went wrong on the server.' },
  unavailable: { status: 503, message: 'The server cannot do this now; try again later.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;
