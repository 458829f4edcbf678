import { env } from 'cloudflare:workers';
import type { TokensAnswer } from '../../../shared/api/contract.ts';
import { signAccessToken } from '../../access/access-token.ts';
import { ask, type CallOptions } from './call-api.ts';
import { freshDevice, freshId, type NewAccount, prepareAccount } from './prepare-account.ts';
import { readNewestLetter } from './read-mail.ts';

/* Accounts as the server sees them: to it, keys and envelopes are any bytes of their length. */

export * from './prepare-account.ts';

export interface TestAccount {
  readonly email: string;
  readonly id: string;
  readonly auth: string;
  readonly kitAuth: string;
  readonly device: { readonly id: string; readonly name: string };
  readonly request: NewAccount;
  readonly tokens: TokensAnswer;
}

let accounts = 0;

export function freshEmail(): string {
  accounts++;
  return `person-${accounts}-${freshId().toLowerCase()}@inkseal.test`;
}

/** Asks for a code; answers what the mail says, or `null` where it holds none. */
export async function askForCode(
  email: string,
  purpose: 'sign-up' | 'recovery' = 'sign-up',
): Promise<string | null> {
  const { status } = await ask('/api/v1/accounts/codes', { json: { email, purpose } });
  if (status !== 202) throw new Error(`code: ${status}`);
  const letter = await readNewestLetter(email);
  return /\b\d{8}\b/.exec(letter?.subject ?? '')?.[0] ?? null;
}

export function signUp(
  email: string,
  code: string | null,
  account: NewAccount,
  device = freshDevice(),
  options: CallOptions = {},
) {
  return ask('/api/v1/accounts', { json: { email, code, account, device }, ...options });
}

/** An account that signed up and is signed in. */
export async function makeAccount(email = freshEmail()): Promise<TestAccount> {
  const request = await prepareAccount();
  const device = freshDevice();
  const { status, body } = await signUp(email, await askForCode(email), request, device);
  if (status !== 201) throw new Error(`sign-up: ${status} ${JSON.stringify(body)}`);
  const { id, auth, recovery } = request;
  return { email, id, auth, kitAuth: recovery.auth, device, request, tokens: body as TokensAnswer };
}

export function signIn(
  { email, auth }: Pick<TestAccount, 'email' | 'auth'>,
  device: TestAccount['device'] = freshDevice(),
  options: CallOptions = {},
) {
  return ask('/api/v1/sign-in', { json: { email, auth, device }, ...options });
}

/** Tokens of one more session. */
export async function signedIn(
  account: Pick<TestAccount, 'email' | 'auth'>,
  device = freshDevice(),
): Promise<TokensAnswer> {
  const { status, body } = await signIn(account, device);
  if (status !== 200) throw new Error(`sign-in: ${status} ${JSON.stringify(body)}`);
  return body as TokensAnswer;
}

/** Tokens as after a step-up, just now unless told. */
export async function stepUp(tokens: TokensAnswer, at = Date.now()): Promise<TokensAnswer> {
  const { accountId, sessionId } = tokens;
  const claims = { accountId, sessionId, role: 'user', steppedUpAt: at };
  const { accessToken } = await signAccessToken(env, claims, Date.now());
  return { ...tokens, accessToken };
}

/** A request with an access token. */
export function askAs(
  { accessToken }: Pick<TokensAnswer, 'accessToken'>,
  path: string,
  options: CallOptions = {},
) {
  return ask(path, { ...options, token: accessToken });
}
