import { RECOVERY_CODES } from '../../shared/api/factors.ts';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { KEY_BYTES } from '../../shared/crypto/brand.ts';
import { type Bytes, randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';

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

/**
 * What the server keeps of a code: a hash under its secret, base64url.
 * @throws {ApiError} 503 without a usable `AUTH_PEPPER`
 */
export async function hashRecoveryCode(env: Env, accountId: string, code: string): Promise<string> {
  const data = labelled('inkseal/recovery-code/v1', labelled(accountId), utf8(normaliseCode(code)));
  return encodeBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', await pepper(env), data)));
}

async function pepper({ AUTH_PEPPER = '' }: Env): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', decodePepper(AUTH_PEPPER), algorithm, false, ['sign']);
}

function decodePepper(text: string): Bytes {
  try {
    return decodeBase64url(text, KEY_BYTES);
  } catch {
    throw new ApiError('unavailable', { part: 'auth-pepper' });
  }
}
