import { clientOf } from '../../../shared/account/account-server.ts';
import {
  type PreparedSignUp,
  prepareSignUp,
  type SignUpProof,
} from '../../../shared/account/sign-up.ts';
import { requestCode } from '../../../shared/api/client/accounts/sign-in.ts';
import { readDevice } from '../session/device.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { readAccountOrigin } from './account-origin.ts';
import { keepSignedIn } from './keep-signed-in.ts';

/** Makes the keys of a new account; the server learns of it with `createAccount`. */
export async function draftAccount(password: string): Promise<PreparedSignUp> {
  return prepareSignUp(password, await readDevice());
}

/** Mails a code to the new address. @throws {ApiError | UnreachableError} */
export async function sendSignUpCode(email: string): Promise<void> {
  await requestCode({ origin: await readAccountOrigin() }, { email, purpose: 'sign-up' });
}

/** @throws {ApiError | UnreachableError | AccountError} */
export async function createAccount(prepared: PreparedSignUp, proof: SignUpProof): Promise<void> {
  const origin = await readAccountOrigin();
  await keepSignedIn(origin, await prepared.create(clientOf({ origin }), proof, DEVICE_MEMORY));
}
