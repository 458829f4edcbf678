import { decodeBase64url } from '../../shared/crypto/base64url.ts';
import { KEY_BYTES } from '../../shared/crypto/brand.ts';
import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';
import type { KeyProvider, SealingKey } from './key-provider.ts';

/** Never a bare number: JavaScript moves fields that look like one to the front. */
const KID = /^(?!\d+$)[A-Za-z0-9_-]{1,64}$/;

let imported: { readonly text: string; readonly keys: readonly SealingKey[] } | null = null;

/**
 * Keys from the secret `SEALING_KEYS`: JSON `{kid: 32 bytes in base64url, …}`, newest first. To rotate, put a
 * new one in front; an old one may go when nothing is sealed under it any more.
 */
export function environmentKeys({ SEALING_KEYS: text = '' }: Env): KeyProvider {
  const load = async (): Promise<readonly SealingKey[]> => {
    if (imported?.text !== text) imported = { text, keys: await importKeys(text) };
    return imported.keys;
  };
  return {
    newest: async () => {
      const [newest] = await load();
      if (newest === undefined) throw unusable();
      return newest;
    },
    find: async (kid) => (await load()).find((key) => key.kid === kid) ?? null,
  };
}

/** @throws {ApiError} 503 where the text is not what it must be: rather no service than secrets in clear */
async function importKeys(text: string): Promise<readonly SealingKey[]> {
  const entries = Object.entries(parse(text));
  if (entries.length === 0) throw unusable();
  return Promise.all(entries.map(([kid, key]) => importKey(kid, key)));
}

function parse(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // As below: the parser's message could repeat a key.
  }
  throw unusable();
}

async function importKey(kid: string, text: unknown): Promise<SealingKey> {
  if (!KID.test(kid) || typeof text !== 'string') throw unusable();
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = decodeBase64url(text, KEY_BYTES);
  } catch {
    throw unusable();
  }
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { kid, key };
}

function unusable(): ApiError {
  return new ApiError('unavailable', { part: 'sealing-keys' });
}
