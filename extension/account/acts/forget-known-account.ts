import { findKnown } from '../../../shared/account/device-memory.ts';
import { readStanding } from '../session/account-record.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { forgetAccountHere } from './sign-out.ts';

/**
 * Forgets all that this profile knows and keeps of the account under that address: the person says that there is another
 * one under it now. What it would have refused of a server is taken from then on.
 */
export async function forgetKnownAccount(email: string): Promise<void> {
  const known = await findKnown(DEVICE_MEMORY, email);
  if (!known) return;
  if ((await readStanding())?.accountId === known.accountId) await forgetAccountHere();
  await DEVICE_MEMORY.forget(known.accountId);
}
