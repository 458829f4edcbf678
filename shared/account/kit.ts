import { deriveRecoveryKeys } from '../crypto/account.ts';
import { type UserKeyName, wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import { KEY_BYTES, type SymmetricKey } from '../crypto/brand.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { writeKit } from '../crypto/recovery-kit.ts';
import type { UserClient, WireLock } from './account-client.ts';
import type { UnlockedAccount } from './open-account.ts';

/** A new recovery kit: four lines for paper, and what the server keeps of it. */
export async function makeKit(
  name: UserKeyName,
  userKey: SymmetricKey,
): Promise<{ lines: readonly string[]; lock: WireLock }> {
  const kit = randomBytes(KEY_BYTES);
  const { kek, auth } = await deriveRecoveryKeys(kit);
  const wrapped = await wrapUserKey(kek, name, userKey);
  return {
    lines: await writeKit(kit),
    lock: { auth: encodeBase64url(auth), wrappedUserKey: encodeBase64url(wrapped) },
  };
}

/**
 * Puts a new recovery kit in place of the old one, which opens nothing from then on. Needs a recent step-up.
 * @returns the four lines of the new kit: shown once, kept nowhere
 */
export async function renewKit(
  user: UserClient,
  account: UnlockedAccount,
): Promise<readonly string[]> {
  const { lines, lock } = await makeKit(account, account.userKey);
  await user.changeRecoveryKit({ newKit: lock, generation: account.generation });
  return lines;
}
