import * as z from 'zod';
import { OBJECT_ID_BYTES } from '../../../crypto/brand.ts';
import {
  ACCOUNT_KEYS_MAX,
  AUTH_BYTES,
  CODE_DIGITS,
  DEVICE_NAME_MAX_CHARACTERS,
  EMAIL_MAX_CHARACTERS,
  KDF_MAX_ITERATIONS,
  KDF_MIN_ITERATIONS,
  KDF_SALT_BYTES,
  KEY_USES,
  MANIFEST_MAX_BYTES,
  MANIFEST_MIN_BYTES,
  PUBLIC_KEY_BYTES,
  SEALED_PRIVATE_KEY_MAX_BYTES,
  SEALED_PRIVATE_KEY_MIN_BYTES,
  WRAPPED_USER_KEY_BYTES,
} from '../../account-limits.ts';
import { bytesField, bytesText, idText, positive } from '../fields.ts';

/* What several requests and answers of accounts share. A `…Text` field stays base64url text after parsing,
 * checked for its length and canonical form: what the server only keeps and hands back, it never decodes. */

/** Bytes that are checked like `bytesField` and stay text. */
export function textField(min: number, max = min) {
  const bytes = bytesField(min, max);
  return z
    .string()
    .refine((text) => bytes.safeParse(text).success)
    .meta(bytes.meta() ?? {});
}

/** Addresses count without regard to case and come out in small letters. */
export const emailField = z.string().trim().toLowerCase().max(EMAIL_MAX_CHARACTERS).pipe(z.email());

/** From the mail: 8 digits. */
export const codeField = z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`));

/** What the second half of `identity` in place of `email` means stands with sign-in by OIDC. */
export const identityField = z.string().min(1).max(4096);

export const idTextField = textField(OBJECT_ID_BYTES);
export const authField = bytesField(AUTH_BYTES);
export const wrappedUserKeyField = textField(WRAPPED_USER_KEY_BYTES);
export const sealedPrivateKeyField = textField(
  SEALED_PRIVATE_KEY_MIN_BYTES,
  SEALED_PRIVATE_KEY_MAX_BYTES,
);
export const manifestField = textField(MANIFEST_MIN_BYTES, MANIFEST_MAX_BYTES);

export const kdfField = z.strictObject({
  salt: textField(KDF_SALT_BYTES),
  iterations: z.number().int().min(KDF_MIN_ITERATIONS).max(KDF_MAX_ITERATIONS),
});

/** What a recovery kit's key wraps, and what proves that somebody has the kit. */
export const recoveryField = z.strictObject({
  auth: authField,
  wrappedUserKey: wrappedUserKeyField,
});

/** `publicKey`: a point of P-384, 97 bytes; the server refuses one that is not on the curve. */
export const accountKeyField = z.strictObject({
  id: idTextField,
  use: z.enum(KEY_USES),
  publicKey: bytesField(PUBLIC_KEY_BYTES),
  sealedPrivateKey: sealedPrivateKeyField,
});

export const accountKeysField = z.array(accountKeyField).min(1).max(ACCOUNT_KEYS_MAX);

const NO_CONTROL = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

/** A name that a person gave: 1 to 100 characters in one line. */
export const nameField = z.string().trim().min(1).max(DEVICE_NAME_MAX_CHARACTERS).regex(NO_CONTROL);

/** Which browser signs in: `id` is 16 random bytes that it keeps, `name` what its owner will know it by. */
export const deviceField = z.strictObject({ id: idTextField, name: nameField });

export const kdfText = z.object({ salt: bytesText(KDF_SALT_BYTES), iterations: positive });

export const wrappedUserKeyText = bytesText(WRAPPED_USER_KEY_BYTES);
export const manifestText = bytesText(MANIFEST_MIN_BYTES, MANIFEST_MAX_BYTES);

export const accountKeyText = z.object({
  id: idText,
  use: z.enum(KEY_USES),
  publicKey: bytesText(PUBLIC_KEY_BYTES),
  sealedPrivateKey: bytesText(SEALED_PRIVATE_KEY_MIN_BYTES, SEALED_PRIVATE_KEY_MAX_BYTES),
});
