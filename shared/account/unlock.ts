import { derivePasskeyKey } from '../crypto/account.ts';
import { unwrapUserKey } from '../crypto/account-objects.ts';
import { decodeBase64url } from '../crypto/base64url.ts';
import type { SymmetricKey } from '../crypto/brand.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { StoredAccount } from './account-client.ts';
import { AccountError, type AccountErrorCode, orRefuse } from './account-error.ts';
import type { DeviceMemory } from './device-memory.ts';
import { type OpenAccount, readId, verifyAccount } from './open-account.ts';
import { derivePassword } from './password-keys.ts';

/**
 * Opens the account of which this device keeps the copy `stored`, without the server. A copy may lag behind what the
 * device saw last: whoever asks the server next (`readManifest`) is told of what it shows.
 * @throws {AccountError} `wrong-password`, or why the account is refused
 */
export async function unlock(
  stored: StoredAccount,
  password: string,
  memory: DeviceMemory,
): Promise<OpenAccount> {
  const { kek } = await derivePassword(password, stored.kdf, await memory.read(stored.id));
  const userKey = await openUserKey(stored, kek, stored.wrappedUserKey, 'wrong-password');
  return openCopy(stored, userKey);
}

/**
 * Opens the account with what a passkey's PRF gave, 32 bytes.
 * @throws {AccountError} `wrong-passkey`, or why the account is refused
 */
export async function unlockWithPasskey(
  stored: StoredAccount,
  passkeyId: string,
  prf: Bytes,
): Promise<OpenAccount> {
  const wrapped = stored.factors?.passkeys.find(({ id }) => id === passkeyId)?.wrappedUserKey;
  if (wrapped === undefined) throw new AccountError('wrong-passkey');
  const kek = await derivePasskeyKey(prf);
  return openCopy(stored, await openUserKey(stored, kek, wrapped, 'wrong-passkey'));
}

async function openCopy(stored: StoredAccount, userKey: SymmetricKey): Promise<OpenAccount> {
  return { ...(await verifyAccount(stored, userKey)), stored };
}

/** The user key in one of its wraps; `code` says what is wrong where it does not open. */
export async function openUserKey(
  { id, generation }: Pick<StoredAccount, 'id' | 'generation'>,
  kek: SymmetricKey,
  wrapped: string,
  code: AccountErrorCode,
): Promise<SymmetricKey> {
  const accountId = await readId(id);
  return orRefuse(code, () =>
    unwrapUserKey(kek, { accountId, generation }, decodeBase64url(wrapped)),
  );
}
