import { keyListReader } from '../access/key-list.ts';
import type { Env } from '../bindings.ts';
import type { KeyProvider } from './key-provider.ts';

const read = keyListReader('sealing-keys', 'AES-GCM', ['encrypt', 'decrypt']);

/**
 * Keys from the secret `SEALING_KEYS`, newest first. To rotate, put a new one in front; an old one may go when nothing
 * is sealed under it any more.
 */
export function environmentKeys({ SEALING_KEYS: text = '' }: Env): KeyProvider {
  return {
    newest: async () => (await read(text))[0],
    find: async (kid) => (await read(text)).find((key) => key.kid === kid) ?? null,
  };
}
