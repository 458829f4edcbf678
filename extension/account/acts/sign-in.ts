import type { SecondFactor } from '../../../shared/account/account-client.ts';
import { clientOf } from '../../../shared/account/account-server.ts';
import { type NeedsFactor, type SignInOutcome, signIn } from '../../../shared/account/sign-in.ts';
import type { SignedIn } from '../../../shared/account/signed-in.ts';
import { readDevice } from '../session/device.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { acceptedBy } from './accept-older-state.ts';
import { readAccountOrigin } from './account-origin.ts';
import { keepSignedIn } from './keep-signed-in.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** What a provider vouched for, in place of the address. */
  readonly identity?: string;
}

/** @throws {ApiError | UnreachableError | AccountError}; {OlderStateError<void>}: accepted, it is signed in */
export async function signInHere(credentials: Credentials): Promise<SignInOutcome> {
  const origin = await readAccountOrigin();
  const request = { ...credentials, device: await readDevice() };
  const outcome = await signIn(clientOf({ origin }), request, DEVICE_MEMORY).catch(
    acceptedBy((entered: SignedIn) => keepSignedIn(origin, entered)),
  );
  if (outcome.state === 'signed-in') await keepSignedIn(origin, outcome);
  return outcome;
}

/** @throws as `signInHere` */
export async function finishSignIn(second: NeedsFactor, factor: SecondFactor): Promise<void> {
  const origin = await readAccountOrigin();
  const keep = (entered: SignedIn) => keepSignedIn(origin, entered);
  await keep(await second.finish(factor).catch(acceptedBy(keep)));
}
