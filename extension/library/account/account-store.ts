import type { SealedStore } from '../../../shared/keys/sealed-store.ts';
import { LOCAL_STORE } from '../local-store.ts';

/** Where this profile keeps its copy of an account's library: a folder of the local store. */
export function accountStore(accountId: string): SealedStore {
  const folder = `account/${accountId}/`;
  return {
    put: (name, blob) => LOCAL_STORE.put(folder + name, blob),
    get: (name) => LOCAL_STORE.get(folder + name),
    list: async (prefix) => {
      const names = await LOCAL_STORE.list(folder + prefix);
      return names.map((name) => name.slice(folder.length));
    },
    delete: (name) => LOCAL_STORE.delete(folder + name),
  };
}
