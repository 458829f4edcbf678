import { readManifest, updateManifest } from '../../../shared/account/manifest.ts';
import { ApiError } from '../../../shared/api/client/api-error.ts';
import type { LibraryTransport } from '../../../shared/api/client/library/transport.ts';
import { request } from '../../../shared/api/client/request.ts';
import type { AccountAnswer } from '../../../shared/api/contract.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { KEY_BYTES, type ObjectId, type SymmetricKey } from '../../../shared/crypto/brand.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { openManifest, sealManifest } from '../../../shared/crypto/manifest.ts';
import { MemoryStore } from '../../../shared/keys/tests/memory-store.ts';
import type { ManifestAccess } from '../../../shared/sync/library-manifest.ts';
import { type Exclusively, Mirror } from '../../../shared/sync/mirror.ts';
import { openLibrary, type UserKey } from '../../../shared/sync/open-library.ts';
import { type SyncSetting, syncLibrary } from '../../../shared/sync/sync-library.ts';
import type { Person } from './account-steps.ts';
import { call, ORIGIN } from './call-api.ts';
import { askForCode, freshEmail, prepareAccount, signUp } from './make-account.ts';

/** An account whose manifest is a real one, and what its devices share. */
export interface LibraryAccount extends UserKey {
  readonly accountId: string;
  readonly transport: LibraryTransport;
  readonly manifest: ManifestAccess;
}

export interface LibraryDevice extends SyncSetting {
  /** What this device has on its disk. */
  readonly disk: MemoryStore;
  readonly sync: (options?: Parameters<typeof syncLibrary>[1]) => ReturnType<typeof syncLibrary>;
}

export async function makeLibraryAccount(): Promise<LibraryAccount> {
  const email = freshEmail();
  const userKey = randomBytes(KEY_BYTES) as SymmetricKey;
  const prepared = await prepareAccount();
  const id = decodeBase64url(prepared.id) as ObjectId;
  const kdf = { salt: decodeBase64url(prepared.kdf.salt), iterations: prepared.kdf.iterations };
  const first = await sealManifest(userKey, id, 1, {
    generation: 1,
    kdf,
    keys: [],
    items: new Map(),
    writers: new Map(),
  });
  const account = { ...prepared, manifest: encodeBase64url(first) };
  const { status, body } = await signUp(email, await askForCode(email), account);
  if (status !== 201) throw new Error(`sign-up: ${status}`);
  const { accessToken } = body as { accessToken: string };
  const transport = transportOf(accessToken);
  return {
    accountId: prepared.id,
    userKey,
    generation: 1,
    transport,
    manifest: manifestOf(transport, userKey, id),
  };
}

/** The library of a person, as a device has it that opened the account by `account`. */
export function libraryOf({
  tokens,
  user,
  account,
  memory,
}: Pick<Person, 'tokens' | 'user' | 'account' | 'memory'>): LibraryAccount {
  const { stored, userKey, generation } = account;
  return {
    accountId: stored.id,
    userKey,
    generation,
    transport: transportOf(tokens.accessToken),
    manifest: {
      read: async () => (await readManifest(user, account, memory)).manifest,
      update: async (change) => {
        await updateManifest(user, await readManifest(user, account, memory), change, memory);
      },
    },
  };
}

/** One more device of the account, with nothing on it, or with what `disk` has. */
export async function makeDevice(
  account: LibraryAccount,
  disk = new MemoryStore(),
): Promise<LibraryDevice> {
  const mirror = new Mirror(disk, oneAfterTheOther());
  const { userKey, generation, transport, manifest } = account;
  const keys = await openLibrary(transport, account, mirror);
  const setting = { transport, userKey, generation, keys, mirror, manifest };
  return { ...setting, disk, sync: (options) => syncLibrary(setting, options) };
}

/** The library of whoever has this access token. */
export function transportOf(accessToken: string): LibraryTransport {
  return {
    origin: ORIGIN,
    accessToken: async () => accessToken,
    request: (path, options = {}) =>
      request(ORIGIN, path, {
        ...options,
        bearer: accessToken,
        send: (url, { method, headers, body }) =>
          call(url.slice(ORIGIN.length), {
            method,
            headers: Object.fromEntries(headers),
            ...(body !== null && { bytes: body }),
          }),
      }),
  };
}

function manifestOf(
  transport: LibraryTransport,
  userKey: SymmetricKey,
  id: ObjectId,
): ManifestAccess {
  const readStored = async () => {
    const answer = await transport.request('/api/v1/account');
    const { manifest, manifestCounter } = (await answer.json()) as AccountAnswer;
    const sealed = decodeBase64url(manifest);
    return {
      counter: manifestCounter,
      manifest: await openManifest(userKey, id, manifestCounter, sealed),
    };
  };
  return {
    read: async () => (await readStored()).manifest,
    async update(change) {
      for (;;) {
        const stored = await readStored();
        const counter = stored.counter + 1;
        const sealed = await sealManifest(userKey, id, counter, change(stored.manifest));
        const json = { manifest: encodeBase64url(sealed), manifestCounter: counter };
        try {
          await transport.request('/api/v1/account/manifest', { method: 'PUT', json });
          return;
        } catch (error) {
          if (!(error instanceof ApiError) || error.code !== 'manifest-conflict') throw error;
        }
      }
    },
  };
}

function oneAfterTheOther(): Exclusively {
  const queues = new Map<string, Promise<unknown>>();
  return (name, act) => {
    const done = (queues.get(name) ?? Promise.resolve()).then(act, act);
    queues.set(name, done);
    return done;
  };
}
