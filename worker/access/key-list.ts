import { decodeBase64url } from '../../shared/crypto/base64url.ts';
import { KEY_BYTES } from '../../shared/crypto/brand.ts';
import type { Bytes } from '../../shared/crypto/bytes.ts';
import { ApiError } from '../http/api-error.ts';

/** Never a bare number: JavaScript moves fields that look like one to the front. */
const KID = /^(?!\d+$)[A-Za-z0-9_-]{1,64}$/;

interface ListedKey {
  readonly kid: string;
  readonly bytes: Bytes;
}

export interface NamedKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** Newest first. */
export type NamedKeys = readonly [NamedKey, ...NamedKey[]];

/**
 * Makes what reads a secret that is a list of keys, and imports them again only when its text is another.
 * @param part what `unavailable` calls the secret
 */
export function keyListReader(
  part: string,
  algorithm: Parameters<SubtleCrypto['importKey']>[2],
  usages: string[],
): (text: string) => Promise<NamedKeys> {
  let imported: { readonly text: string; readonly keys: NamedKeys } | null = null;
  const importKey = async ({ kid, bytes }: ListedKey): Promise<NamedKey> => ({
    kid,
    key: await crypto.subtle.importKey('raw', bytes, algorithm, false, usages),
  });
  return async (text) => {
    if (imported?.text !== text) {
      const [newest, ...older] = parseKeyList(text, part);
      const keys: NamedKeys = [
        await importKey(newest),
        ...(await Promise.all(older.map(importKey))),
      ];
      imported = { text, keys };
    }
    return imported.keys;
  };
}

/**
 * Keys from a secret of the environment: JSON `{kid: 32 bytes in base64url, …}`, newest first. What is made with one
 * remembers its `kid`.
 *
 * @param part what `unavailable` calls the secret
 * @throws {ApiError} 503 where the text is not what it must be: rather no service than one without keys
 */
function parseKeyList(text: string, part: string): readonly [ListedKey, ...ListedKey[]] {
  const unusable = () => new ApiError('unavailable', { part });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw unusable(); // The parser's message could repeat a key.
  }
  if (typeof parsed !== 'object' || parsed === null) throw unusable();
  const [newest, ...older] = Object.entries(parsed).map(([kid, key]: [string, unknown]) => {
    if (!KID.test(kid) || typeof key !== 'string') throw unusable();
    try {
      return { kid, bytes: decodeBase64url(key, KEY_BYTES) };
    } catch {
      throw unusable();
    }
  });
  if (!newest) throw unusable();
  return [newest, ...older];
}
