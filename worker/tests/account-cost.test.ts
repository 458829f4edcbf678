import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACCOUNT_COSTS, type Cost } from '../../bench/accounts/costs.ts';
import type { TokensAnswer } from '../../shared/api/contract.ts';
import { attemptsAt } from '../access/attempts.ts';
import type { Env } from '../bindings.ts';
import { outbox } from '../database/schema/outbox.ts';
import worker from '../index.ts';
import { freshAddress, ORIGIN } from './support/call-api.ts';
import {
  freshAuth,
  freshDevice,
  freshEmail,
  freshManifest,
  freshWrap,
  type NewAccount,
  prepareAccount,
  random,
} from './support/make-account.ts';
import { readCode } from './support/read-mail.ts';

/* What the acts of accounts cost in round trips to D1, calls of Durable Objects, and hashes. */

const STATEMENT_METHODS = ['all', 'run', 'raw', 'first'] as const;
const HASH_METHODS = ['sign', 'verify', 'digest', 'encrypt', 'decrypt'] as const;

let counts = { database: 0, objects: 0, hashes: 0 };

function spy(prototype: object, method: string, kind: keyof typeof counts): void {
  const original = Reflect.get(prototype, method);
  vi.spyOn(prototype as Record<string, () => unknown>, method).mockImplementation(function (
    this: unknown,
    ...args: unknown[]
  ) {
    counts[kind]++;
    return Reflect.apply(original, this, args);
  });
}

/** The bindings without a mail server, counting every call of an object's method. */
function countingEnv(): Env {
  const counting = (namespace: object) =>
    new Proxy(namespace, {
      get: (target, property) => (objectName: string) =>
        new Proxy(Reflect.get(target, property).call(target, objectName), {
          get: (stub, method) => {
            if (method === 'then') return undefined;
            return (...args: unknown[]) => {
              counts.objects++;
              return Reflect.get(stub, method)(...args);
            };
          },
        }),
    });
  return {
    ...env,
    SMTP_URL: undefined,
    ATTEMPTS: counting(env.ATTEMPTS),
    VAULTS: counting(env.VAULTS),
  } as unknown as Env;
}

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly token?: string;
}

/** What one request costs until it is answered: no mail goes out here, so that what waits can be read. */
async function costOf({ path, method = 'POST', json, token }: Asked) {
  await drizzle(env.DB).delete(outbox);
  const headers = new Headers({ 'cf-connecting-ip': freshAddress() });
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const body = json === undefined ? null : JSON.stringify(json);
  const request = new Request(`${ORIGIN}/api/v1${path}`, { method, headers, body });
  const context = createExecutionContext();
  counts = { database: 0, objects: 0, hashes: 0 };
  const answer = await worker.fetch(request, countingEnv(), context);
  const text = await answer.text();
  await waitOnExecutionContext(context);
  return { status: answer.status, cost: { ...counts }, text };
}

interface Made {
  readonly email: string;
  readonly request: NewAccount;
  readonly device: ReturnType<typeof freshDevice>;
  readonly tokens: TokensAnswer;
}

let account: Made;
beforeAll(async () => {
  const { email, json } = await prepareSignUp();
  const { text } = await costOf({ path: '/accounts', json });
  account = { email, request: json.account, device: json.device, tokens: JSON.parse(text) };
});

/** A request to sign up with the right code. */
async function prepareSignUp() {
  const email = freshEmail();
  await costOf({ path: '/accounts/codes', json: { email, purpose: 'sign-up' } });
  const code = await readCode(email);
  return { email, json: { email, code, account: await prepareAccount(), device: freshDevice() } };
}

beforeEach(() => {
  const statement = Object.getPrototypeOf(env.DB.prepare('select 1'));
  for (const method of STATEMENT_METHODS) spy(statement, method, 'database');
  spy(Object.getPrototypeOf(env.DB), 'batch', 'database');
  const subtle = Object.getPrototypeOf(crypto.subtle);
  for (const method of HASH_METHODS) spy(subtle, method, 'hashes');
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('nobody learns by the work that is done who has an account', () => {
  const device = freshDevice();
  const wrongCode = '00000000';
  test.each([
    ['sign-in parameters', '/sign-in/parameters', () => ({})],
    ['sign-in with a wrong password', '/sign-in', () => ({ auth: freshAuth(), device })],
    ['a code to sign up', '/accounts/codes', () => ({ purpose: 'sign-up' })],
    ['a code to recover', '/accounts/codes', () => ({ purpose: 'recovery' })],
    ['recovery with a wrong code', '/recovery', () => ({ code: wrongCode, auth: freshAuth() })],
  ])('%s', async (_name, path, fields) => {
    // Its owner asked for a code when signing up, just now.
    await (await attemptsAt(env, 'sign-up-code', account.email)).forget();
    const known = await costOf({ path, json: { email: account.email, ...fields() } });
    const unknown = await costOf({ path, json: { email: freshEmail(), ...fields() } });
    expect(unknown.status).toBe(known.status);
    expect(unknown.cost).toEqual(known.cost);
    expect(known.cost.hashes).toBeGreaterThan(0);
  });
});

test('what each act costs, from sign-up to a new password', async () => {
  const costs: Record<string, Cost> = {};
  const spend = async (name: keyof typeof ACCOUNT_COSTS, asked: Asked) => {
    const { status, text, cost } = await costOf(asked);
    if (status >= 300) throw new Error(`${name}: ${status} ${text}`);
    costs[name] = { database: cost.database, objects: cost.objects };
  };
  const json = { email: freshEmail(), purpose: 'sign-up' };
  await spend('code by mail', { path: '/accounts/codes', json });
  const signUp = await prepareSignUp();
  await spend('sign-up', { path: '/accounts', json: signUp.json });
  const { email, request, device } = account;
  await spend('sign-in parameters', { path: '/sign-in/parameters', json: { email } });
  const signIn = { email, auth: request.auth };
  const elsewhere = { ...signIn, device: freshDevice() };
  await spend('sign-in, new device', { path: '/sign-in', json: elsewhere });
  const again = await costOf({ path: '/sign-in', json: { ...signIn, device } });
  costs['sign-in, known device'] = { database: again.cost.database, objects: again.cost.objects };
  account = { ...account, tokens: JSON.parse(again.text) };

  const { refreshToken, accessToken: token } = account.tokens;
  await spend('read the account', { path: '/account', method: 'GET', token });
  await spend('list sessions', { path: '/sessions', method: 'GET', token });
  const manifest = { manifest: freshManifest(), manifestCounter: 2 };
  await spend('put the manifest', {
    path: '/account/manifest',
    method: 'PUT',
    json: manifest,
    token,
  });
  const lock = {
    kdf: request.kdf,
    wrappedUserKey: freshWrap(),
    manifest: freshManifest(),
    manifestCounter: 3,
  };
  const change = { auth: request.auth, newAuth: freshAuth(), ...lock };
  await spend('change the password', { path: '/account/password', json: change, token });
  const refresh = { refreshToken, nonce: random(16) };
  await spend('renew tokens', { path: '/tokens/refresh', json: refresh });
  expect(costs).toEqual(ACCOUNT_COSTS);
});
