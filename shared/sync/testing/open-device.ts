import type { DeviceMemory } from '../../account/device-memory.ts';
import { readManifest, updateManifest } from '../../account/manifest.ts';
import type { SignedIn } from '../../account/signed-in.ts';
import type { LibraryTransport } from '../../api/client/library/transport.ts';
import { request } from '../../api/client/request.ts';
import { MemoryStore } from '../../keys/tests/memory-store.ts';
import { Mirror } from '../mirror.ts';
import { openLibrary } from '../open-library.ts';
import { type SyncSetting, syncLibrary } from '../sync-library.ts';

/** Somebody who signed in, and what their device remembers of the account. */
export interface Member extends SignedIn {
  readonly memory: DeviceMemory;
}

export interface Device extends SyncSetting {
  readonly sync: () => ReturnType<typeof syncLibrary>;
}

/** A device at a real server, with the library of who signed in, on a disk that is new. For minutes: its token is not renewed. */
export async function openDevice(origin: string, member: Member): Promise<Device> {
  const { user, account, memory } = member;
  const { accessToken } = member.tokens;
  const transport: LibraryTransport = {
    origin,
    accessToken: async () => accessToken,
    request: (path, options = {}) => request(origin, path, { ...options, bearer: accessToken }),
  };
  const read = () => readManifest(user, account, memory);
  const manifest: SyncSetting['manifest'] = {
    read: async () => (await read()).manifest,
    update: async (change) => {
      await updateManifest(user, await read(), change, memory);
    },
  };
  const mirror = new Mirror(new MemoryStore(), (_, act) => act());
  const keys = await openLibrary(transport, account, mirror);
  const { userKey, generation } = account;
  const setting = { transport, userKey, generation, keys, mirror, manifest };
  return { ...setting, sync: () => syncLibrary(setting) };
}
