import { derivePasskeyKey, derivePasswordKeys } from '../crypto/account.ts';
import {
  openPrivateKey,
  sealPrivateKey,
  unwrapDataKey,
  wrapDataKey,
  wrapUserKey,
} from '../crypto/account-objects.ts';
import { decodeBase64url, encodeBase64url } from '../crypto/base64url.ts';
import { KEY_BYTES, OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { type Bytes, randomBytes } from '../crypto/bytes.ts';
import type { ManifestKey } from '../crypto/manifest.ts';
import type { StoredAccount, UserClient, WireKey, WrappedItemKey } from './account-client.ts';
import { AccountError, orRefuse } from './account-error.ts';
import { proveOldPassword } from './change-password.ts';
import type { DeviceMemory } from './device-memory.ts';
import { makeKit } from './kit.ts';
import { putAsNext, sealNext } from './manifest.ts';
import type { OpenAccount } from './open-account.ts';

export interface RotateRequest {
  readonly password: string;
  /** Of the passkeys that shall go on unlocking, what the PRF of each gave. All others lose that. */
  readonly passkeys: readonly { readonly id: string; readonly prf: Bytes }[];
  /** The data keys of all versions of all items, as the server has them now. */
  readonly listItemKeys: () => Promise<readonly WrappedItemKey[]>;
}

export interface Rotated {
  readonly account: OpenAccount;
  /** The four lines of a new kit: the old one opens only the old user key. */
  readonly kit: readonly string[];
}

/**
 * Gives the account a new user key, and wraps anew all that lies under it: private keys, data keys, the wraps of the
 * password and of passkeys; with a new recovery kit. Contents stay as they are. For when a password, a kit or a
 * device leaked: what was wrapped before opens nothing that the server still has.
 * @throws {AccountError} `wrong-password`, `wrong-passkey`, or why the server is refused
 * @throws {ApiError | UnreachableError}
 */
export async function rotateUserKey(
  user: UserClient,
  account: OpenAccount,
  { password, passkeys, listItemKeys }: RotateRequest,
  memory: DeviceMemory,
): Promise<Rotated> {
  const { kek, auth } = await derivePasswordKeys(password, account.manifest.kdf);
  await proveOldPassword(account, kek);
  const userKey = randomBytes(KEY_BYTES) as SymmetricKey;
  let kit: readonly string[] = [];
  const rotated = await putAsNext(user, account, memory, async (before) => {
    const { accountId, stored, manifest } = before;
    const name = { accountId, generation: before.generation + 1 };
    const wrap = async (key: SymmetricKey) =>
      encodeBase64url(await wrapUserKey(key, name, userKey));
    const recovery = await makeKit(name, userKey);
    const keys = await Promise.all(manifest.keys.map((key) => reseal(before, userKey, key)));
    const next = await sealNext(
      stored,
      { accountId, userKey },
      { ...manifest, generation: name.generation, keys: keys.map(({ entry }) => entry) },
      memory,
    );
    const body = { ...next, generation: name.generation, wrappedUserKey: await wrap(kek) };
    const wraps = await Promise.all(
      passkeys.map(async ({ id, prf }) => ({
        id,
        wrappedUserKey: await wrap(await derivePasskeyKey(prf)),
      })),
    );
    const items = await rewrapAll(before.userKey, userKey, await listItemKeys());
    await user.rotateUserKey({
      ...body,
      auth: encodeBase64url(auth),
      newKit: recovery.lock,
      passkeys: wraps,
      keys: keys.map(({ wire: { id, sealedPrivateKey } }) => ({ id, sealedPrivateKey })),
      items,
    });
    kit = recovery.lines;
    const after: StoredAccount = {
      ...stored,
      ...body,
      keys: keys.map(({ wire }) => wire),
      ...(stored.factors && { factors: keepWraps(stored.factors, wraps) }),
    };
    return { userKey, stored: after };
  });
  return { account: rotated, kit };
}

async function reseal(
  { userKey, stored }: OpenAccount,
  newUserKey: SymmetricKey,
  key: ManifestKey,
): Promise<{ entry: ManifestKey; wire: WireKey }> {
  const id = encodeBase64url(key.id);
  const wire = stored.keys.find((it) => it.id === id);
  if (!wire) throw new AccountError('key-missing', { ids: [id] });
  const pkcs8 = await openPrivateKey(userKey, key, decodeBase64url(wire.sealedPrivateKey));
  const entry = { ...key, version: key.version + 1 };
  const sealed = await sealPrivateKey(newUserKey, entry, pkcs8);
  return { entry, wire: { ...wire, sealedPrivateKey: encodeBase64url(sealed) } };
}

async function rewrapAll(
  oldKey: SymmetricKey,
  newKey: SymmetricKey,
  items: readonly WrappedItemKey[],
): Promise<WrappedItemKey[]> {
  const rewrapped: WrappedItemKey[] = [];
  for (const { id, version, wrappedKey } of items) {
    const object = { id: decodeBase64url(id, OBJECT_ID_BYTES) as ObjectId, version };
    const dataKey = await orRefuse('item-missing', () =>
      unwrapDataKey(oldKey, object, decodeBase64url(wrappedKey)),
    );
    const wrapped = await wrapDataKey(newKey, object, dataKey);
    rewrapped.push({ id, version, wrappedKey: encodeBase64url(wrapped) });
  }
  return rewrapped;
}

function keepWraps(
  factors: NonNullable<StoredAccount['factors']>,
  wraps: readonly { readonly id: string; readonly wrappedUserKey: string }[],
): NonNullable<StoredAccount['factors']> {
  const passkeys = factors.passkeys.map(({ wrappedUserKey: _, ...passkey }) => ({
    ...passkey,
    ...wraps.find(({ id }) => id === passkey.id),
  }));
  return { ...factors, passkeys };
}
