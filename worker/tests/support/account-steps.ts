import { clientOf } from '../../../shared/account/account-server.ts';
import type { DeviceMemory } from '../../../shared/account/device-memory.ts';
import type { Recovered } from '../../../shared/account/recover.ts';
import { type SignInOutcome, signIn } from '../../../shared/account/sign-in.ts';
import { prepareSignUp } from '../../../shared/account/sign-up.ts';
import type { SignedIn } from '../../../shared/account/signed-in.ts';
import { ForgetfulMemory } from '../../../shared/account/testing/forgetful-memory.ts';
import { requestCode, type Server } from '../../../shared/api/client/accounts/sign-in.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { hostileServer } from './hostile-server.ts';
import { readCode } from './read-mail.ts';

/* A person with an account, as the extension acts for them: real keys, real derivations. */

export interface Person extends SignedIn {
  readonly email: string;
  readonly password: string;
  readonly kit: readonly string[];
  readonly memory: DeviceMemory;
}

export const newDevice = () => ({ id: encodeBase64url(randomBytes(16)), name: 'A browser' });

let people = 0;

/** Signs up somebody new on a device of their own. Takes one derivation. */
export async function signUpSomebody(): Promise<Person> {
  const server = hostileServer();
  people++;
  const email = `person${people}-${Date.now()}@example.org`;
  const password = `four words nobody says ${people}`;
  const memory = new ForgetfulMemory();
  const prepared = await prepareSignUp(password, newDevice());
  await requestCode(server, { email, purpose: 'sign-up' });
  const proof = { email, code: await readCode(email) };
  const signedIn = await prepared.create(clientOf(server), proof, memory);
  return { ...signedIn, email, password, kit: prepared.kit, memory };
}

/** Signs in through `server`, on a device that remembers `memory`. Takes one derivation, unless refused before. */
export function signInAs(
  { email, password }: Pick<Person, 'email' | 'password'>,
  server: Server = hostileServer(),
  memory: DeviceMemory = new ForgetfulMemory(),
): Promise<SignInOutcome> {
  return signIn(clientOf(server), { email, password, device: newDevice() }, memory);
}

/** Somebody who recovered, and is in. */
export function enteredBy({ next }: Recovered): SignedIn {
  if (next.name !== 'entered') throw new Error(`Recovered, and then ${next.name}`);
  return next.signedIn;
}

/** As `signInAs`, for a person without second factors, who then is in. */
export async function enterAs(
  person: Pick<Person, 'email' | 'password'>,
  memory: DeviceMemory = new ForgetfulMemory(),
): Promise<SignedIn> {
  const outcome = await signInAs(person, hostileServer(), memory);
  if (outcome.state !== 'signed-in') throw new Error('A second factor was asked for');
  return outcome;
}
