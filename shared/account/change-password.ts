import { derivePasswordKeys } from '../crypto/account.ts';
import { wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import { equalBytes } from '../crypto/bytes.ts';
import type { UserClient } from './account-client.ts';
import { AccountError } from './account-error.ts';
import type { DeviceMemory } from './device-memory.ts';
import { putAsNext, sealNext } from './manifest.ts';
import type { OpenAccount } from './open-account.ts';
import { renewKdf, writeKdf } from './password-keys.ts';
import { openUserKey } from './unlock.ts';

/**
 * Wraps the user key under a new password; nothing else is encrypted anew. All other sessions end. A password that
 * leaked needs `rotateUserKey` afterwards: its old wrap opens the user key for whoever kept it.
 * @throws {AccountError} `wrong-password` for the old one, before anything is sent
 * @throws {ApiError | UnreachableError} after no answer the password may be either: `readManifest` tells
 */
export async function changePassword(
  user: UserClient,
  account: OpenAccount,
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
  memory: DeviceMemory,
): Promise<OpenAccount> {
  const kdf = renewKdf(account.manifest.kdf);
  const old = await derivePasswordKeys(oldPassword, account.manifest.kdf);
  await proveOldPassword(account, old.kek);
  const fresh = await derivePasswordKeys(newPassword, kdf);
  return putAsNext(user, account, memory, async (before) => {
    const { accountId, generation, userKey, stored } = before;
    const wrapped = await wrapUserKey(fresh.kek, { accountId, generation }, userKey);
    const next = await sealNext(stored, before, { ...before.manifest, kdf });
    const lock = { kdf: writeKdf(kdf), wrappedUserKey: encodeBase64url(wrapped), ...next };
    const [auth, newAuth] = [encodeBase64url(old.auth), encodeBase64url(fresh.auth)];
    await user.changePassword({ auth, newAuth, ...lock });
    return { userKey, stored: { ...stored, ...lock } };
  });
}

/** A mistyped password is said here and costs no try at the server. */
export async function proveOldPassword(
  { stored, userKey }: OpenAccount,
  kek: Parameters<typeof openUserKey>[1],
): Promise<void> {
  const opened = await openUserKey(stored, kek, stored.wrappedUserKey, 'wrong-password');
  if (!equalBytes(opened, userKey)) throw new AccountError('wrong-password');
}
