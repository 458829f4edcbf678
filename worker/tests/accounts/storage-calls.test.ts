import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACCOUNT_COSTS } from '../../../bench/accounts/costs.ts';
import type { RecoveryAnswer } from '../../../shared/api/contract.ts';
import { decodeBase64url } from '../../../shared/crypto/base64url.ts';
import { makeVerifier } from '../../access/verifier.ts';
import { watchCalls, watchCrypto } from '../support/count-calls.ts';
import {
  askForCode,
  freshAuth,
  freshDevice,
  freshEmail,
  freshId,
  freshKit,
  freshManifest,
  freshWrap,
  makeAccount,
  prepareAccount,
  random,
  signedIn,
  stepUp,
} from '../support/make-account.ts';
import { describeCost, type MeasureOptions, measureRequest } from '../support/measure-request.ts';
import { rotatePeppers } from '../support/rotate-peppers.ts';

/* What each operation of an account costs, exactly. And: what is asked about
 * an address costs the same whether there is an account or not. */

beforeEach(async () => {
  await watchCalls();
  watchCrypto();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** As `measureRequest`, with the answer's JSON. */
async function measure(route: string, options: MeasureOptions = {}) {
  const { text, ...measured } = await measureRequest(route, options);
  return { ...measured, body: text === '' ? null : JSON.parse(text) };
}

describe('an address with an account and one without cost and answer the same', () => {
  async function both(
    route: string,
    known: object,
    unknown: object,
    change: (body: unknown) => unknown = (body) => body,
    secrets = {},
  ) {
    const first = await measure(route, { json: known, secrets });
    const second = await measure(route, { json: unknown, secrets });
    expect({ ...second, body: change(second.body) }).toEqual({
      ...first,
      body: change(first.body),
    });
    return first;
  }

  test('sign-in with a wrong password', async () => {
    const { email } = await makeAccount();
    const rest = { auth: freshAuth(), device: freshDevice() };
    const { status } = await both(
      'POST /sign-in',
      { email, ...rest },
      { email: freshEmail(), ...rest },
    );
    expect(status).toBe(401);
  });

  test('sign-in with a wrong password, after the pepper was rotated', async () => {
    const { email } = await makeAccount();
    const rest = { auth: freshAuth(), device: freshDevice() };
    const [known, unknown] = [email, freshEmail()].map((it) => ({ email: it, ...rest }));
    const same = (body: unknown) => body;
    const { rotated } = rotatePeppers();
    const { status } = await both('POST /sign-in', known ?? {}, unknown ?? {}, same, rotated);
    expect(status).toBe(401);
  });

  test('parameters of sign-in', async () => {
    const { email } = await makeAccount();
    const { status } = await both(
      'POST /sign-in/parameters',
      { email },
      { email: freshEmail() },
      (body) => Object.keys(body as object),
    );
    expect(status).toBe(200);
  });

  test.each(['sign-up', 'recovery'] as const)('codes for %s', async (purpose) => {
    const email = (await makeAccount()).email;
    const known = purpose === 'sign-up' ? await otherKnown() : email;
    const { status } = await both(
      'POST /accounts/codes',
      { email: known, purpose },
      { email: freshEmail(), purpose },
    );
    expect(status).toBe(202);
  });

  /** An account whose address was given by change, so that no code for sign-up went there just now. */
  async function otherKnown(): Promise<string> {
    const { id } = await makeAccount();
    const email = freshEmail();
    await env.DB.prepare('update accounts set email = ? where id = ?').bind(email, id).run();
    return email;
  }

  test('sign-up with a wrong code', async () => {
    const known = await otherKnown();
    const unknown = freshEmail();
    for (const email of [known, unknown]) {
      await measure('POST /accounts/codes', { json: { email, purpose: 'sign-up' } });
    }
    const rest = { code: '00000000', account: await prepareAccount(), device: freshDevice() };
    const { status } = await both(
      'POST /accounts',
      { email: known, ...rest },
      { email: unknown, ...rest },
    );
    expect(status).toBe(403);
  });

  test('recovery with a wrong code', async () => {
    const { email } = await makeAccount();
    const unknown = freshEmail();
    for (const address of [email, unknown]) {
      await measure('POST /accounts/codes', { json: { email: address, purpose: 'recovery' } });
    }
    const rest = { code: '00000000', auth: freshAuth() };
    const { status } = await both(
      'POST /recovery',
      { email, ...rest },
      { email: unknown, ...rest },
    );
    expect(status).toBe(403);
  });
});

test('what each operation costs', async () => {
  const table: Record<string, string> = {};
  const add = async (
    name: string,
    status: number,
    route: string,
    options: Parameters<typeof measure>[1],
  ) => {
    const measured = await measure(route, options);
    expect({ name, status: measured.status, body: measured.body }).toMatchObject({ name, status });
    table[name] = describeCost(measured.counts);
    return measured.body;
  };
  const email = freshEmail();
  const device = freshDevice();
  const account = await prepareAccount();
  const fresh = freshEmail();
  await add('ask for a code', 202, 'POST /accounts/codes', {
    json: { email: fresh, purpose: 'sign-up' },
  });
  const code = await askForCode(email);
  await add('sign up', 201, 'POST /accounts', { json: { email, code, account, device } });
  const { auth } = account;
  await add('parameters', 200, 'POST /sign-in/parameters', { json: { email } });
  await add('sign in, known device', 200, 'POST /sign-in', { json: { email, auth, device } });
  await add('sign in, new device', 200, 'POST /sign-in', {
    json: { email, auth, device: freshDevice() },
  });
  await add('wrong password', 401, 'POST /sign-in', { json: { email, auth: freshAuth(), device } });
  await add('sign in, first time under a new pepper', 200, 'POST /sign-in', {
    json: { email, auth, device },
    secrets: rotatePeppers().rotated,
  });
  // The server goes back to the secrets that it had.
  await env.DB.prepare('update accounts set auth_hash = ? where email = ?')
    .bind(await makeVerifier(env, decodeBase64url(auth)), email)
    .run();
  const tokens = await signedIn({ email, auth }, device);
  const refreshed = (await add('refresh', 200, 'POST /tokens/refresh', {
    json: { refreshToken: tokens.refreshToken, nonce: freshId() },
  })) as typeof tokens;
  const token = refreshed.accessToken;
  const steppedUp = (await stepUp(refreshed)).accessToken;
  await add('read the account', 200, 'GET /account', { token });
  const next = (manifestCounter: number) => ({ manifest: freshManifest(), manifestCounter });
  await add('write the manifest', 204, 'PUT /account/manifest', { token, json: next(2) });
  await add('list sessions', 200, 'GET /sessions', { token });
  await add('end all other sessions', 204, 'DELETE /sessions', { token });
  const { kdf } = account;
  const newAuth = freshAuth();
  await add('change the password', 204, 'POST /account/password', {
    token,
    json: { auth, kdf, newAuth, wrappedUserKey: freshWrap(), ...next(3) },
  });
  await add('make a new kit', 204, 'POST /account/recovery-kit', {
    token: steppedUp,
    json: { newKit: freshKit(), generation: 1 },
  });
  const newKit = freshKit();
  await add('rotate the user key, 2 keys', 204, 'POST /account/user-key', {
    token,
    json: {
      auth: newAuth,
      generation: 2,
      wrappedUserKey: freshWrap(),
      newKit,
      keys: account.keys.map(({ id }) => ({ id, sealedPrivateKey: random(200) })),
      passkeys: [],
      items: [],
      ...next(4),
    },
  });
  await add('leave', 200, 'DELETE /account', { token: steppedUp });
  await add('stay', 204, 'POST /account/restore', { token });
  const recoveryCode = await askForCode(email, 'recovery');
  const { recovery } = (await add('open by kit and code', 200, 'POST /recovery', {
    json: { email, code: recoveryCode, auth: newKit.auth },
  })) as RecoveryAnswer;
  await add('recover', 200, 'POST /recovery/finish', {
    json: {
      recovery,
      kdf,
      auth: freshAuth(),
      wrappedUserKey: freshWrap(),
      newKit: freshKit(),
      device,
      ...next(5),
    },
  });
  expect(table).toEqual(ACCOUNT_COSTS);
});
