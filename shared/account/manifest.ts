import { encodeBase64url } from '../crypto/base64url.ts';
import type { SymmetricKey } from '../crypto/brand.ts';
import { type Manifest, sealManifest } from '../crypto/manifest.ts';
import type { StoredAccount, UserClient, WireManifest } from './account-client.ts';
import { AccountError } from './account-error.ts';
import { isConflict } from './conflict.ts';
import type { DeviceMemory } from './device-memory.ts';
import { type OpenAccount, openAccount, type UnlockedAccount } from './open-account.ts';

const ATTEMPTS = 5;

/**
 * The account as the server has it now, checked.
 * @throws {AccountError} `key-rotated` where the user key was renewed elsewhere, or why the server is refused
 * @throws {ApiError | UnreachableError}
 */
export async function readManifest(
  user: UserClient,
  { userKey, generation }: UnlockedAccount,
  memory: DeviceMemory,
): Promise<OpenAccount> {
  const stored = await user.readAccount();
  if (stored.generation > generation) throw new AccountError('key-rotated');
  return openAccount(stored, userKey, memory);
}

/**
 * Seals a changed manifest and puts it in place of the last one. `change` is called again, with what the other wrote,
 * where another device was faster.
 * @throws {AccountError} `conflict` after five tries, or why the server is refused
 * @throws {ApiError | UnreachableError}
 */
export async function updateManifest(
  user: UserClient,
  account: OpenAccount,
  change: (manifest: Manifest) => Manifest,
  memory: DeviceMemory,
): Promise<OpenAccount> {
  return putAsNext(user, account, memory, async (before) => {
    const manifest = change(before.manifest);
    const next = await sealNext(before.stored, before, manifest);
    await user.putManifest(next);
    return { userKey: before.userKey, stored: { ...before.stored, ...next } };
  });
}

/** The manifest with the next counter, sealed. */
export async function sealNext(
  { manifestCounter }: Pick<StoredAccount, 'manifestCounter'>,
  { accountId, userKey }: Pick<UnlockedAccount, 'accountId' | 'userKey'>,
  manifest: Manifest,
): Promise<WireManifest> {
  const counter = manifestCounter + 1;
  const sealed = await sealManifest(userKey, accountId, counter, manifest);
  return { manifest: encodeBase64url(sealed), manifestCounter: counter };
}

/**
 * Runs an act that raises the manifest's counter by one: again on a newer state where another device was faster,
 * and not again where the server did it already and only its answer was lost.
 */
export async function putAsNext(
  user: UserClient,
  account: OpenAccount,
  memory: DeviceMemory,
  act: (before: OpenAccount) => Promise<{ userKey: SymmetricKey; stored: StoredAccount }>,
): Promise<OpenAccount> {
  let before = account;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const { userKey, stored } = await act(before);
      return await openAccount(stored, userKey, memory);
    } catch (error) {
      if (!isConflict(error)) throw error;
      before = await readManifest(user, before, memory);
    }
  }
  throw new AccountError('conflict');
}
