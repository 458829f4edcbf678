import { TOTP } from 'otpauth';
import type {
  ChallengeAnswer,
  Passkey,
  PasskeyOptionsAnswer,
  RecoveryCodesAnswer,
  TotpAnswer,
} from '../../../shared/api/contract.ts';
import { Authenticator } from './authenticator.ts';
import { askAs, askSteppedUp, type TestPerson } from './make-person.ts';

/** Whose requests these are. */
type Tokens = Pick<TestPerson, 'token' | 'steppedUp'>;

/** Of the id that `wrangler.toml` names. */
export const EXTENSION = 'chrome-extension://oaejefmndjpdnfenllnkmihgimefikea';

const STEP_MS = 30_000;

/** What an authenticator app shows, `steps` of 30 seconds from now. */
export function codeOf({ secret }: Pick<TotpAnswer, 'secret'>, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * STEP_MS });
}

/** A code that no clock shows now. */
export function wrongCode(totp: Pick<TotpAnswer, 'secret'>): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeOf(totp, steps));
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'];
  return wrong.find((code) => !right.includes(code)) ?? '';
}

export async function beginTotp(user: Tokens): Promise<TotpAnswer> {
  const { status, body } = await askSteppedUp(user, '/account/totp', { method: 'POST' });
  if (status !== 201) throw new Error(`no seed: ${status}`);
  return body as TotpAnswer;
}

/** An authenticator app that is confirmed: the code of the step before the present one is spent for that. */
export async function addTotp(user: Tokens): Promise<TotpAnswer> {
  const totp = await beginTotp(user);
  const json = { code: codeOf(totp, -1) };
  const { status } = await askAs(user, '/account/totp/confirm', { json });
  if (status !== 204) throw new Error(`not confirmed: ${status}`);
  return totp;
}

export async function beginPasskey(user: TestPerson): Promise<PasskeyOptionsAnswer> {
  const { body } = await askSteppedUp(user, '/account/passkeys/options', { method: 'POST' });
  return body as PasskeyOptionsAnswer;
}

export interface AddedPasskey {
  readonly authenticator: Authenticator;
  readonly passkey: Passkey;
}

/** The request that adds a passkey of `authenticator`, for a challenge that is good once. */
export async function passkeyRequest(user: TestPerson, authenticator: Authenticator) {
  const { challenge, options } = await beginPasskey(user);
  const ceremony = { challenge: options.challenge, origin: EXTENSION };
  return { challenge, passkey: await authenticator.register(ceremony), name: 'Blue key' };
}

export async function addPasskey(user: TestPerson, more: object = {}): Promise<AddedPasskey> {
  const authenticator = await Authenticator.make();
  const json = { ...(await passkeyRequest(user, authenticator)), ...more };
  const { status, body } = await askAs(user, '/account/passkeys', { json });
  if (status !== 201) throw new Error(`not added: ${status} ${JSON.stringify(body)}`);
  return { authenticator, passkey: body as Passkey };
}

export async function makeCodes(user: TestPerson): Promise<readonly string[]> {
  const { body } = await askSteppedUp(user, '/account/recovery-codes', { method: 'POST' });
  return (body as RecoveryCodesAnswer).codes;
}

export async function beginStepUp(user: TestPerson): Promise<ChallengeAnswer> {
  const { body } = await askAs(user, '/step-up/options', { method: 'POST' });
  return body as ChallengeAnswer;
}
