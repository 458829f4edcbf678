import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { keyListReader, type NamedKey, type NamedKeys } from './key-list.ts';
import { hmac } from './server-keys.ts';

/** A key of HMAC-SHA-256 for what people prove themselves with, and the name under which a hash remembers it. */
export type Pepper = NamedKey;

const read = keyListReader('auth-peppers', { name: 'HMAC', hash: 'SHA-256' }, ['sign']);

/** The peppers of the secret `AUTH_PEPPERS`, newest first. @throws {ApiError} 503 where there is no usable list */
export function readPeppers({ AUTH_PEPPERS: text = '' }: Env): Promise<NamedKeys> {
  return read(text);
}

/** `kid.b64u(HMAC-SHA-256(pepper, data))`, as it is stored. */
export async function hashUnder({ kid, key }: Pepper, data: Bytes): Promise<string> {
  return `${kid}.${encodeBase64url(await hmac(key, data))}`;
}
