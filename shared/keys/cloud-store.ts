import { ApiError, UnreachableError } from '../api/client/api-error.ts';
import { type SyncSetting, syncLibrary } from '../sync/sync-library.ts';
import { checkName, type SealedStore, SealedStoreError } from './sealed-store.ts';

/**
 * Blobs in an account's library: each is a sealed item whose id is a keyed hash of its name, its name sealed within.
 * Every call reads first what other devices did, and is answered when the server has it. Of two devices that put
 * under one name at the same time, the later one stays; the earlier one is a version of the item.
 */
export function cloudStore(setting: SyncSetting): SealedStore {
  const { mirror } = setting;
  let queue: Promise<unknown> = Promise.resolve();
  /** One after the other: two synchronisations at once would work on the same notes. */
  const sync = (): Promise<void> => {
    const run = queue.then(() => syncAll(setting));
    queue = run.catch(() => {});
    return run;
  };
  return {
    async put(name, blob) {
      checkName(name);
      const copy = blob.slice();
      await mirror.library.put(name, copy);
      await sync();
    },
    async get(name) {
      checkName(name);
      await sync();
      return mirror.library.get(name);
    },
    async list(prefix) {
      await sync();
      return mirror.library.list(prefix);
    },
    async delete(name) {
      checkName(name);
      await mirror.library.delete(name);
      await sync();
    },
  };
}

async function syncAll(setting: SyncSetting): Promise<void> {
  const { mirror } = setting;
  const resolve = async () => {
    for (const clash of await mirror.clashes()) await mirror.keepOurs(clash);
  };
  const { refused } = await syncLibrary(setting, { resolve }).catch(tell);
  if (refused.length === 0) return;
  throw new SealedStoreError('no-room', 'The account has no room for this.');
}

function tell(error: unknown): never {
  if (error instanceof ApiError || error instanceof UnreachableError) {
    throw new SealedStoreError('unavailable', 'The server did not answer.', { cause: error });
  }
  throw error;
}
