import { META_MIN_BYTES, WRAPPED_KEY_BYTES } from './limits.ts';

/* Figures of accounts that the protocol or this server fixes. Lengths in bytes. */

/** The user key under a password's, a kit's or a passkey's key. */
export const WRAPPED_USER_KEY_BYTES = WRAPPED_KEY_BYTES;
export const KDF_SALT_BYTES = 16;
export const KDF_MIN_ITERATIONS = 600_000;
export const KDF_MAX_ITERATIONS = 10_000_000;
/** `auth` of a password or of a recovery kit. */
export const AUTH_BYTES = 32;

/** An uncompressed point of P-384: 4 | x | y. */
export const PUBLIC_KEY_BYTES = 97;
/** Room for the envelope of a PKCS#8 P-384 key with or without its public part. */
export const SEALED_PRIVATE_KEY_MIN_BYTES = 100;
export const SEALED_PRIVATE_KEY_MAX_BYTES = 600;
/** An account's present keys; old ones stay, so that what was sealed to them opens. */
export const ACCOUNT_KEYS_MAX = 32;

/** The smallest padded envelope, and one that fits into a row of D1 as text. */
export const MANIFEST_MIN_BYTES = META_MIN_BYTES;
export const MANIFEST_MAX_BYTES = 1_048_576;

export const EMAIL_MAX_CHARACTERS = 254;
export const DEVICE_NAME_MAX_CHARACTERS = 100;

export const CODE_DIGITS = 8;
export const CODE_LIFETIME_SECONDS = 600;
export const CODE_TRIES = 5;

export const ACCESS_TOKEN_LIFETIME_SECONDS = 900;
/** How long a step-up allows dangerous acts. */
export const STEP_UP_LIFETIME_SECONDS = 300;
/** Family and turn, 32 bytes each. */
export const REFRESH_TOKEN_BYTES = 64;
/** A session that nobody refreshes ends after this. */
export const SESSION_LIFETIME_SECONDS = 60 * 86_400;
/** How long the one who asked for deletion may repent. */
export const DELETION_DELAY_SECONDS = 7 * 86_400;

export const ROLES = ['user', 'admin'] as const;
export type AccountRole = (typeof ROLES)[number];

export const ACCOUNT_STATES = ['active', 'suspended', 'leaving'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const KEY_USES = ['encryption', 'signing'] as const;
export type KeyUse = (typeof KEY_USES)[number];

export const SECOND_FACTORS = ['totp', 'passkey', 'recovery-code'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];
