import { AccountError } from '../../../shared/account/account-error.ts';
import { unlock, unlockWithPasskey } from '../../../shared/account/unlock.ts';
import { askPrf } from '../passkeys/ask-prf.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { keepUserKey } from '../session/open-keys.ts';
import { readStoredAccount } from '../session/stored-account.ts';

/* Opening what lies in this profile, without the server. */

/** @throws {AccountError} `wrong-password` */
export async function unlockByPassword(password: string): Promise<void> {
  const stored = await readStored();
  await keepUserKey(await unlock(stored, password, DEVICE_MEMORY));
}

/** @throws {AccountError | PasskeyError} */
export async function unlockByPasskey(): Promise<void> {
  const stored = await readStored();
  const passkeys = unlockingPasskeys(stored);
  const { id, prf } = await askPrf(passkeys.map(({ credentialId }) => credentialId));
  const passkey = passkeys.find(({ credentialId }) => credentialId === id);
  if (!passkey) throw new AccountError('wrong-passkey');
  await keepUserKey(await unlockWithPasskey(stored, passkey.id, prf));
}

export async function canUnlockByPasskey(): Promise<boolean> {
  const stored = await readStoredAccount();
  return stored !== undefined && unlockingPasskeys(stored).length > 0;
}

type Stored = NonNullable<Awaited<ReturnType<typeof readStoredAccount>>>;

function unlockingPasskeys({ factors }: Stored) {
  return (factors?.passkeys ?? []).filter(({ wrappedUserKey }) => wrappedUserKey !== undefined);
}

async function readStored(): Promise<Stored> {
  const stored = await readStoredAccount();
  if (!stored) throw new AccountError('invalid-answer');
  return stored;
}
