import { RECOVERY_CODES } from '../../shared/api/factors.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { keyedHash } from '../access/server-keys.ts';
import type { Env } from '../bindings.ts';

/* Recovery codes: 12 letters and digits of Crockford's base32, 60 bits, in groups of four. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = 12;

/** Ten codes that nobody had before, e.g. `7k2m-p0xq-9dhr`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, makeCode);
}

function makeCode(): string {
  const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte & 31]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** What is meant by a code as somebody typed it: `I` and `L` are one, `O` is zero. */
export function normaliseCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
}

/** What the server keeps of a code: a hash under its secret, base64url. */
export async function hashRecoveryCode(env: Env, accountId: string, code: string): Promise<string> {
  const parts = [accountId, normaliseCode(code)] as const;
  return encodeBase64url(await keyedHash(env, 'AUTH_PEPPER', 'inkseal/recovery-code/v1', ...parts));
}
