/* Second factors: constants that server and clients share. */

export const RECOVERY_CODES = 10;
export const PASSKEYS_MAX = 20;
/** WebAuthn level 3, section 5.8.5. */
export const CREDENTIAL_ID_MAX_BYTES = 1_023;
