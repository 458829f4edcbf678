import { ApiError } from '../api/client/api-error.ts';
import { isPassing } from '../api/client/retry.ts';
import { derivePasswordKeys } from '../crypto/account.ts';
import { wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import { equalBytes } from '../crypto/bytes.ts';
import type { UserClient } from './account-client.ts';
import { AccountError } from './account-error.ts';
import type { DeviceMemory } from './device-memory.ts';
import { putAsNext, sealNext, updateManifest } from './manifest.ts';
import type { OpenAccount } from './open-account.ts';
import { renewKdf, writeKdf } from './password-keys.ts';
import { openUserKey } from './unlock.ts';

/**
 * Wraps the user key under a new password; nothing else is encrypted anew. All other sessions end. A password that
 * leaked needs `rotateUserKey` afterwards: its old wrap opens the user key for whoever kept it.
 * Where the answer was lost, finds out which of the two holds. Called again after that could not be found out either, it
 * sees that the new one holds already, and changes nothing.
 * @throws {AccountError} `wrong-password` for the old one, before anything is sent; after no answer `password-kept`, or
 * `password-uncertain` where the server stayed away
 * @throws {ApiError}
 */
export async function changePassword(
  user: UserClient,
  account: OpenAccount,
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
  memory: DeviceMemory,
): Promise<OpenAccount> {
  const kdf = renewKdf(account.manifest.kdf);
  const old = await derivePasswordKeys(oldPassword, account.manifest.kdf);
  const isOld = await opensWith(account, old.kek);
  const fresh = await derivePasswordKeys(newPassword, kdf);
  if (!isOld && (await opensWith(account, fresh.kek))) return account;
  if (!isOld) throw new AccountError('wrong-password');
  try {
    return await putAsNext(user, account, memory, async (before) => {
      const { accountId, generation, userKey, stored } = before;
      const wrapped = await wrapUserKey(fresh.kek, { accountId, generation }, userKey);
      const next = await sealNext(stored, before, { ...before.manifest, kdf }, memory);
      const lock = { kdf: writeKdf(kdf), wrappedUserKey: encodeBase64url(wrapped), ...next };
      const [auth, newAuth] = [encodeBase64url(old.auth), encodeBase64url(fresh.auth)];
      await user.changePassword({ auth, newAuth, ...lock });
      return { userKey, stored: { ...stored, ...lock } };
    });
  } catch (error) {
    if (!isPassing(error) || isRefusal(error)) throw error;
    const settled = await settle(user, account, memory, error);
    if (await opensWith(settled, fresh.kek)) return settled;
    throw new AccountError('password-kept', { cause: error });
  }
}

/** The server said that it did nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status === 429;
}

/**
 * The account, of which nothing changes any more by what was asked before: the manifest's counter is raised, so that a
 * request that is still on its way comes too late.
 */
async function settle(
  user: UserClient,
  account: OpenAccount,
  memory: DeviceMemory,
  cause: unknown,
): Promise<OpenAccount> {
  try {
    return await updateManifest(user, account, (manifest) => manifest, memory);
  } catch (error) {
    throw isPassing(error) ? new AccountError('password-uncertain', { cause }) : error;
  }
}

/** A mistyped password is said here and costs no try at the server. */
export async function proveOldPassword(
  { stored, userKey }: OpenAccount,
  kek: Parameters<typeof openUserKey>[1],
): Promise<void> {
  const opened = await openUserKey(stored, kek, stored.wrappedUserKey, 'wrong-password');
  if (!equalBytes(opened, userKey)) throw new AccountError('wrong-password');
}

async function opensWith(
  account: OpenAccount,
  kek: Parameters<typeof proveOldPassword>[1],
): Promise<boolean> {
  try {
    await proveOldPassword(account, kek);
    return true;
  } catch (error) {
    if (error instanceof AccountError && error.code === 'wrong-password') return false;
    throw error;
  }
}
