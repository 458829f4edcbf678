import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { type ListedKey, readKeyList } from './key-list.ts';
import { hmac } from './server-keys.ts';

/** A key of HMAC-SHA-256 for what people prove themselves with, and the name under which a hash remembers it. */
export interface Pepper {
  readonly kid: string;
  readonly key: CryptoKey;
}

type Peppers = readonly [Pepper, ...Pepper[]];

let imported: { readonly text: string; readonly peppers: Peppers } | null = null;

/** The peppers of the secret `AUTH_PEPPERS`, newest first. @throws {ApiError} 503 where there is no usable list */
export async function readPeppers({ AUTH_PEPPERS: text = '' }: Env): Promise<Peppers> {
  if (imported?.text !== text) {
    const [newest, ...older] = readKeyList(text, 'auth-peppers');
    const peppers: Peppers = [
      await importPepper(newest),
      ...(await Promise.all(older.map(importPepper))),
    ];
    imported = { text, peppers };
  }
  return imported.peppers;
}

/** `kid.b64u(HMAC-SHA-256(pepper, data))`, as it is stored. */
export async function hashUnder({ kid, key }: Pepper, data: Bytes): Promise<string> {
  return `${kid}.${encodeBase64url(await hmac(key, data))}`;
}

async function importPepper({ kid, bytes }: ListedKey): Promise<Pepper> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return { kid, key: await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']) };
}
