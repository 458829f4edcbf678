import { encodeBase64url } from '../crypto/base64url.ts';
import type { SymmetricKey } from '../crypto/brand.ts';
import { type Manifest, sealManifest } from '../crypto/manifest.ts';
import type { StoredAccount, UserClient, WireManifest } from './account-client.ts';
import { AccountError } from './account-error.ts';
import { isConflict } from './conflict.ts';
import type { DeviceMemory } from './device-memory.ts';
import {
  acceptAccount,
  type OpenAccount,
  openAccount,
  type UnlockedAccount,
} from './open-account.ts';

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
 * As `readManifest`, for a person who takes for right what was refused: the server was restored from a backup.
 * @throws {AccountError} `wrong-generation` where the backup is from before the user key was renewed: only signing in opens
 *   that; or what is wrong with it whatever was seen before
 * @throws {ApiError | UnreachableError}
 */
export async function acceptManifest(
  user: UserClient,
  { userKey, generation }: Pick<UnlockedAccount, 'userKey' | 'generation'>,
  memory: DeviceMemory,
): Promise<OpenAccount> {
  const stored = await user.readAccount();
  if (stored.generation !== generation) throw new AccountError('wrong-generation');
  return { ...(await acceptAccount(stored, userKey, memory)), stored };
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
    const next = await sealNext(before.stored, before, manifest, memory);
    await user.putManifest(next);
    return { userKey: before.userKey, stored: { ...before.stored, ...next } };
  });
}

/** The manifest with the next counter, written by this device, sealed. */
export async function sealNext(
  { manifestCounter }: Pick<StoredAccount, 'manifestCounter'>,
  { accountId, userKey }: Pick<UnlockedAccount, 'accountId' | 'userKey'>,
  manifest: Manifest,
  memory: DeviceMemory,
): Promise<WireManifest> {
  const counter = manifestCounter + 1;
  const known = await memory.read(encodeBase64url(accountId));
  if (!known) throw new RangeError('An account is looked at before it is changed.');
  const writers = new Map(manifest.writers);
  writers.set(known.writer, (writers.get(known.writer) ?? 0) + 1);
  const sealed = await sealManifest(userKey, accountId, counter, { ...manifest, writers });
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
  // What this device writes is compared later with what it saw: it looks before it writes.
  const isKnown = (await memory.read(account.stored.id)) !== undefined;
  let before = isKnown ? account : await readManifest(user, account, memory);
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
