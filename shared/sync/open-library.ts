import { ApiError } from '../api/client/api-error.ts';
import { downloadItem } from '../api/client/library/pull-items.ts';
import { pushItems } from '../api/client/library/push-items.ts';
import { readVersions } from '../api/client/library/read-library.ts';
import type { LibraryTransport } from '../api/client/library/transport.ts';
import { decodeBase64url, encodeBase64url } from '../crypto/base64url.ts';
import { KEY_BYTES, type SymmetricKey } from '../crypto/brand.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { CryptoError } from '../crypto/error.ts';
import { deriveLibraryKeys, KEY_ITEM, KEY_ITEM_ID, type LibraryKeys } from './library-key.ts';
import type { Mirror } from './mirror.ts';
import type { MirrorState } from './mirror-state.ts';
import { openItem, sealItem } from './seal-item.ts';

/** An account's user key, and which one it is: 1 until it is renewed. */
export interface UserKey {
  readonly userKey: SymmetricKey;
  readonly generation: number;
}

/**
 * The library's keys: from this device, or else from the server, where the first device puts them.
 * @throws {ApiError | UnreachableError} for the first opening, or the first after the user key was renewed;
 *   `user-key-renewed` where this one is not the account's any more
 * @throws {CryptoError} `cannot-open`: the server's are not this account's
 */
export async function openLibrary(
  transport: LibraryTransport,
  unlocked: UserKey,
  mirror: Mirror,
): Promise<LibraryKeys> {
  const { key } = await mirror.state();
  if (key) {
    try {
      return await openKey(unlocked, key);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      // The user key was renewed since: the server has the same key, wrapped anew.
    }
  }
  const served = await readKey(transport, unlocked, mirror);
  const keys = await openKey(unlocked, served);
  await mirror.change({ key: served });
  return keys;
}

type ServedKey = NonNullable<MirrorState['key']>;

async function openKey({ userKey }: UserKey, { version, wrappedKey, body }: ServedKey) {
  const sealed = { wrappedKey, body: decodeBase64url(body) };
  const { blob } = await openItem(userKey, { id: KEY_ITEM, version }, sealed);
  return deriveLibraryKeys(blob as SymmetricKey);
}

async function readKey(
  transport: LibraryTransport,
  { userKey, generation }: UserKey,
  mirror: Mirror,
): Promise<ServedKey> {
  try {
    return await downloadKey(transport);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'item-not-found') throw error;
  }
  const content = { name: '', blob: randomBytes(KEY_BYTES) };
  const sealed = await sealItem(userKey, { id: KEY_ITEM, version: 1 }, content);
  const { items } = await pushItems(transport, generation, [
    { id: KEY_ITEM_ID, base: 0, ...sealed },
  ]);
  // Another device may have been faster: there is one key, and it is the first one.
  if (items[0]?.kept !== true) return downloadKey(transport);
  await mirror.setLine({ name: '', id: KEY_ITEM_ID, version: 1 });
  await mirror.change({ unlisted: [...(await mirror.state()).unlisted, ''] });
  return { version: 1, wrappedKey: sealed.wrappedKey, body: encodeBase64url(sealed.body) };
}

/** Brings the library's key, as it is here, to a restored server that does not have it: else another device would make a new one. */
export async function putKeyAgain(
  {
    transport,
    userKey,
    generation,
    mirror,
  }: UserKey & {
    readonly transport: LibraryTransport;
    readonly mirror: Mirror;
  },
  base: number,
): Promise<void> {
  const { key } = await mirror.state();
  if (!key) return;
  const sealedHere = { wrappedKey: key.wrappedKey, body: decodeBase64url(key.body) };
  const content = await openItem(userKey, { id: KEY_ITEM, version: key.version }, sealedHere);
  const version = base + 1;
  const sealed = await sealItem(userKey, { id: KEY_ITEM, version }, content);
  await pushItems(transport, generation, [{ id: KEY_ITEM_ID, base, ...sealed }]);
  const { wrappedKey } = sealed;
  await mirror.change({ key: { version, wrappedKey, body: encodeBase64url(sealed.body) } });
  await mirror.setLine({ name: '', id: KEY_ITEM_ID, version });
}

async function downloadKey(transport: LibraryTransport): Promise<ServedKey> {
  const { versions } = await readVersions(transport, KEY_ITEM_ID);
  const [newest] = versions;
  if (!newest) throw new RangeError('An item has a version.');
  const { version, size, wrappedKey } = newest;
  const body = await downloadItem(transport, { id: KEY_ITEM_ID, version, size });
  return { version, wrappedKey, body: encodeBase64url(body) };
}
