import { type ListedKey, readKeyList } from '../access/key-list.ts';
import type { Env } from '../bindings.ts';
import type { KeyProvider, SealingKey } from './key-provider.ts';

type SealingKeys = readonly [SealingKey, ...SealingKey[]];

let imported: { readonly text: string; readonly keys: SealingKeys } | null = null;

/**
 * Keys from the secret `SEALING_KEYS`, newest first. To rotate, put a new one in front; an old one may go when nothing
 * is sealed under it any more.
 */
export function environmentKeys({ SEALING_KEYS: text = '' }: Env): KeyProvider {
  const load = async (): Promise<SealingKeys> => {
    if (imported?.text !== text) {
      const [newest, ...older] = readKeyList(text, 'sealing-keys');
      const keys: SealingKeys = [
        await importKey(newest),
        ...(await Promise.all(older.map(importKey))),
      ];
      imported = { text, keys };
    }
    return imported.keys;
  };
  return {
    newest: async () => (await load())[0],
    find: async (kid) => (await load()).find((key) => key.kid === kid) ?? null,
  };
}

async function importKey({ kid, bytes }: ListedKey): Promise<SealingKey> {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { kid, key };
}
