/* Second factors: constants that server and clients share. */

export const SECOND_FACTORS = ['totp', 'passkey', 'recovery-code'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

export const RECOVERY_CODES = 10;
export const PASSKEYS_MAX = 20;
/** WebAuthn level 3, section 5.8.5. */
export const CREDENTIAL_ID_MAX_BYTES = 1_023;
export const FACTOR_NAME_MAX_CHARACTERS = 64;
/** How long a step-up is good for. */
export const STEP_UP_SECONDS = 300;
