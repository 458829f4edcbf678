import { clientOf } from '../../../shared/account/account-server.ts';
import { type Recovered, type RecoverRequest, recover } from '../../../shared/account/recover.ts';
import { requestCode } from '../../../shared/api/client/accounts/sign-in.ts';
import { readDevice } from '../session/device.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { acceptedBy } from './accept-older-state.ts';
import { readAccountOrigin } from './account-origin.ts';
import { keepSignedIn } from './keep-signed-in.ts';

/** @throws {ApiError | UnreachableError} */
export async function sendRecoveryCode(email: string): Promise<void> {
  await requestCode({ origin: await readAccountOrigin() }, { email, purpose: 'recovery' });
}

/**
 * Opens the account with its kit and gives it a new password.
 * @returns the new kit, and what may still have to follow
 * @throws {ApiError | UnreachableError | AccountError}; {OlderStateError<kit>}: accepted, it is recovered
 */
export async function recoverAccount(request: Omit<RecoverRequest, 'device'>): Promise<Recovered> {
  const origin = await readAccountOrigin();
  const device = await readDevice();
  const keep = async (recovered: Recovered) => {
    if (recovered.next.name === 'entered') await keepSignedIn(origin, recovered.next.signedIn);
    return recovered;
  };
  const recovering = recover(clientOf({ origin }), { ...request, device }, DEVICE_MEMORY);
  return keep(await recovering.catch(acceptedBy(keep)));
}
