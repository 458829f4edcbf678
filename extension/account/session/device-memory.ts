import type { DeviceMemory } from '../../../shared/account/device-memory.ts';
import { openDatabase } from '../../storage/database.ts';

/** What this profile saw of accounts, in its database. */
export const DEVICE_MEMORY: DeviceMemory = {
  async findByEmail(email) {
    const all = await (await openDatabase()).getAll('accountMemory');
    return all.find((known) => known.email === email);
  },
  async read(accountId) {
    return (await openDatabase()).get('accountMemory', accountId);
  },
  async update(accountId, change) {
    const database = await openDatabase();
    const transaction = database.transaction('accountMemory', 'readwrite');
    const { store } = transaction;
    // Where `change` throws, nothing was put, and the transaction ends by itself.
    await store.put(change(await store.get(accountId)));
    await transaction.done;
  },
  async forget(accountId) {
    await (await openDatabase()).delete('accountMemory', accountId);
  },
};
