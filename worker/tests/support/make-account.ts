import { env } from 'cloudflare:workers';
import {
  MANIFEST_MIN_BYTES,
  SEALED_PRIVATE_KEY_MIN_BYTES,
  WRAPPED_USER_KEY_BYTES,
} from '../../../shared/api/account-limits.ts';
import type { SignUpRequest, TokensAnswer } from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { signAccessToken } from '../../access/access-token.ts';
import { ask, type CallOptions } from './call-api.ts';
import { readNewestLetter } from './read-mail.ts';

/* Accounts as the server sees them: to it, keys and envelopes are any bytes of their length. */

export interface TestAccount {
  readonly email: string;
  readonly id: string;
  readonly auth: string;
  readonly kitAuth: string;
  readonly device: { readonly id: string; readonly name: string };
  readonly request: NewAccount;
  readonly tokens: TokensAnswer;
}

export type NewAccount = SignUpRequest['account'];

export const random = (length: number): string => encodeBase64url(randomBytes(length));
export const freshId = (): string => random(16);
export const freshAuth = (): string => random(32);
export const freshWrap = (): string => random(WRAPPED_USER_KEY_BYTES);
export const freshManifest = (): string => random(MANIFEST_MIN_BYTES);
export const freshKit = () => ({ auth: freshAuth(), wrappedUserKey: freshWrap() });
export const freshDevice = (name = 'Work laptop') => ({ id: freshId(), name });

let accounts = 0;

export function freshEmail(): string {
  accounts++;
  return `person-${accounts}-${freshId().toLowerCase()}@inkseal.test`;
}

/** A point on P-384, uncompressed. */
async function freshPoint(): Promise<string> {
  const algorithm = { name: 'ECDH', namedCurve: 'P-384' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['deriveBits']);
  const { publicKey } = pair as CryptoKeyPair;
  const point = await crypto.subtle.exportKey('raw', publicKey);
  return encodeBase64url(new Uint8Array(point as ArrayBuffer));
}

async function freshKey(use: 'encryption' | 'signing') {
  const sealedPrivateKey = random(SEALED_PRIVATE_KEY_MIN_BYTES);
  return { id: freshId(), use, publicKey: await freshPoint(), sealedPrivateKey };
}

/** What a client makes before it signs up. */
export async function prepareAccount(): Promise<NewAccount> {
  return {
    id: freshId(),
    kdf: { salt: random(16), iterations: 600_000 },
    auth: freshAuth(),
    wrappedUserKey: freshWrap(),
    recovery: freshKit(),
    keys: [await freshKey('encryption'), await freshKey('signing')],
    manifest: freshManifest(),
    manifestCounter: 1,
    generation: 1,
  };
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
