import type { LibraryTransport } from '../../shared/api/client/library/transport.ts';
import { request } from '../../shared/api/client/request.ts';
import type { AccountAnswer } from '../../shared/api/contract.ts';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { KEY_BYTES, type ObjectId, type SymmetricKey } from '../../shared/crypto/brand.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { type Manifest, openManifest, sealManifest } from '../../shared/crypto/manifest.ts';
import { MemoryStore } from '../../shared/keys/tests/memory-store.ts';
import type { ManifestAccess } from '../../shared/sync/library-manifest.ts';
import { Mirror } from '../../shared/sync/mirror.ts';
import { openLibrary, type UserKey } from '../../shared/sync/open-library.ts';
import type { SyncSetting } from '../../shared/sync/sync-library.ts';

export interface BenchAccount extends UserKey {
  readonly transport: LibraryTransport;
  readonly manifest: ManifestAccess;
}

const NOTHING: Manifest = {
  generation: 1,
  kdf: { salt: new Uint8Array(16), iterations: 600_000 },
  keys: [],
  items: new Map(),
  writers: new Map(),
};

export async function makeBenchAccount(origin: string): Promise<BenchAccount> {
  const made = await fetch(`${origin}/bare/account`, { method: 'POST' });
  const { accountId, accessToken } = (await made.json()) as Record<string, string>;
  const id = decodeBase64url(accountId as string) as ObjectId;
  const userKey = randomBytes(KEY_BYTES) as SymmetricKey;
  const transport: LibraryTransport = {
    origin,
    accessToken: async () => accessToken as string,
    request: (path, options = {}) =>
      request(origin, path, { ...options, bearer: accessToken as string }),
  };
  const read = async () => {
    const answer = await transport.request('/api/v1/account');
    const { manifest, manifestCounter: counter } = (await answer.json()) as AccountAnswer;
    const sealed = decodeBase64url(manifest);
    const opened = counter === 0 ? NOTHING : await openManifest(userKey, id, counter, sealed);
    return { counter, manifest: opened };
  };
  const manifest: ManifestAccess = {
    read: async () => (await read()).manifest,
    async update(change) {
      const before = await read();
      const counter = before.counter + 1;
      const sealed = await sealManifest(userKey, id, counter, change(before.manifest));
      const json = { manifest: encodeBase64url(sealed), manifestCounter: counter };
      await transport.request('/api/v1/account/manifest', { method: 'PUT', json });
    },
  };
  return { transport, userKey, generation: 1, manifest };
}

/** A device with nothing on it. */
export async function makeBenchDevice(account: BenchAccount): Promise<SyncSetting> {
  const mirror = new Mirror(new MemoryStore(), (_, act) => act());
  return { ...account, mirror, keys: await openLibrary(account.transport, account, mirror) };
}
