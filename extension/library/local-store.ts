import { checkName, type SealedStore, SealedStoreError } from '../../shared/keys/sealed-store.ts';
import { type InksealDatabase, openDatabase } from '../storage/database.ts';

/** Sealed blobs in this profile's IndexedDB. */
export const LOCAL_STORE: SealedStore = {
  put: (name, blob) =>
    use(name, async (database) => {
      // Of a view, the database would keep the whole buffer that it looks into.
      const whole = blob.byteLength === blob.buffer.byteLength ? blob : blob.slice();
      const transaction = database.transaction('sealed', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(whole, name), transaction.done]);
    }),
  get: (name) => use(name, (database) => database.get('sealed', name)),
  list: (prefix) =>
    use(undefined, (database) =>
      database.getAllKeys('sealed', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
    ),
  delete: (name) => use(name, (database) => database.delete('sealed', name)),
};

async function use<T>(
  name: string | undefined,
  act: (database: InksealDatabase) => Promise<T>,
): Promise<T> {
  if (name !== undefined) checkName(name);
  try {
    return await act(await openDatabase());
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw isFull
      ? new SealedStoreError('no-room', 'The disk or the browser’s share of it is full.', {
          cause: error,
        })
      : new SealedStoreError('unavailable', 'The browser’s database did not answer.', {
          cause: error,
        });
  }
}
