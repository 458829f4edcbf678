import { decodeBase64url } from '../../shared/crypto/base64url.ts';
import { KEY_BYTES } from '../../shared/crypto/brand.ts';
import { type Bytes, utf8 } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';

/** Secrets of the environment, 32 bytes in base64url each, and what `unavailable` calls them. */
const PARTS = {
  ADDRESS_KEY: 'address-key',
  UNKNOWN_ACCOUNT_KEY: 'unknown-account-key',
} as const;

export type ServerKeyName = keyof typeof PARTS;

const imported = new Map<ServerKeyName, { readonly text: string; readonly key: CryptoKey }>();

/**
 * A secret of the server as a key for HMAC-SHA-256.
 * @throws {ApiError} 503 naming the part without a usable one: rather no service than an unkeyed hash
 */
export async function serverKey(env: Env, name: ServerKeyName): Promise<CryptoKey> {
  const { [name]: text = '' } = env;
  const known = imported.get(name);
  if (known?.text === text) return known.key;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', decodeKey(text, name), algorithm, false, [
    'sign',
  ]);
  imported.set(name, { text, key });
  return key;
}

/** `HMAC-SHA-256(secret, label | 0x00 | parts)`, 32 bytes; parts of text in UTF-8. */
export async function keyedHash(
  env: Env,
  name: ServerKeyName,
  label: string,
  ...parts: readonly (Uint8Array | string)[]
): Promise<Bytes> {
  const bytes = parts.map((part) => (typeof part === 'string' ? utf8(part) : part));
  return hmac(await serverKey(env, name), labelled(label, ...bytes));
}

/** HMAC-SHA-256, 32 bytes. */
export async function hmac(key: CryptoKey, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}

function decodeKey(text: string, name: ServerKeyName): Bytes {
  try {
    return decodeBase64url(text, KEY_BYTES);
  } catch {
    throw new ApiError('unavailable', { part: PARTS[name] });
  }
}
