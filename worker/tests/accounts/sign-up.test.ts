import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountAnswer, tokensAnswer } from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { ask } from '../support/call-api.ts';
import {
  askAs,
  askForCode,
  freshDevice,
  freshEmail,
  freshId,
  makeAccount,
  prepareAccount,
  signedIn,
  signUp,
} from '../support/make-account.ts';
import { readMail } from '../support/read-mail.ts';

const WRONG_CODE = { status: 403, body: { error: { code: 'wrong-code' } } };

function otherThan(code: string | null): string {
  return String((Number(code) + 1) % 100_000_000).padStart(8, '0');
}

test('the code from the mail makes an account, as its client sealed it', async () => {
  const email = freshEmail();
  const request = await prepareAccount();
  const answer = await signUp(`  ${email.toUpperCase()} `, await askForCode(email), request);
  expect(answer.status).toBe(201);
  const tokens = tokensAnswer.parse(answer.body);
  expect(tokens.accountId).toBe(request.id);
  const { status, body } = await askAs(tokens, '/api/v1/account');
  expect(status).toBe(200);
  expect(accountAnswer.parse(body)).toEqual({
    id: request.id,
    email,
    role: 'user',
    state: 'active',
    createdAt: expect.any(String),
    kdf: request.kdf,
    wrappedUserKey: request.wrappedUserKey,
    generation: 1,
    keys: expect.arrayContaining(request.keys),
    manifest: request.manifest,
    manifestCounter: 1,
    factors: { totp: false, passkeys: [], recoveryCodesLeft: 0 },
    quota: { used: 0, limit: 1_073_741_824 },
  });
  expect(JSON.stringify(body)).not.toContain(request.auth);
});

test('the address in ADMIN_EMAIL makes an admin', async () => {
  const { tokens } = await makeAccount('admin@inkseal.test');
  expect(await askAs(tokens, '/api/v1/account')).toMatchObject({ body: { role: 'admin' } });
  // There is one such address, and another test signs up with it, too.
  await env.DB.prepare('delete from accounts where email = ?').bind('admin@inkseal.test').run();
});

test('a wrong code has five tries, however many come at once', async () => {
  const email = freshEmail();
  const code = await askForCode(email);
  const request = await prepareAccount();
  const guesses = Array.from({ length: 200 }, () => signUp(email, otherThan(code), request));
  const answers = await Promise.all(guesses);
  const left = answers.map(({ body }) => (body as { error: { attemptsLeft: number } }).error);
  expect(
    left
      .map(({ attemptsLeft }) => attemptsLeft)
      .filter((n) => n > 0)
      .sort(),
  ).toEqual([1, 2, 3, 4]);
  expect(await signUp(email, code, request)).toMatchObject(WRONG_CODE);
});

test('a code is good for one account; the same request again is answered with it', async () => {
  const email = freshEmail();
  const code = await askForCode(email);
  const [request, device] = [await prepareAccount(), freshDevice()];
  expect(await signUp(email, code, request, device)).toMatchObject({ status: 201 });
  expect(await signUp(email, code, request, device)).toMatchObject({
    status: 201,
    body: { accountId: request.id },
  });
  expect(await signUp(email, code, await prepareAccount())).toMatchObject(WRONG_CODE);
});

test('an id that is taken is refused, and nothing of it is told or changed', async () => {
  const other = await makeAccount();
  const email = freshEmail();
  const request = { ...(await prepareAccount()), id: other.id };
  expect(await signUp(email, await askForCode(email), request)).toMatchObject({
    status: 409,
    body: { error: { code: 'account-exists' } },
  });
  await signedIn(other);
});

test('a code for another address, or before any was asked for, is wrong', async () => {
  const code = await askForCode(freshEmail());
  const request = await prepareAccount();
  expect(await signUp(freshEmail(), code, request)).toMatchObject(WRONG_CODE);
  expect(await signUp(freshEmail(), '00000000', request)).toMatchObject(WRONG_CODE);
});

test('another code may be asked for after half a minute; the one before is over then', async () => {
  const email = freshEmail();
  await askForCode(email);
  const json = { email, purpose: 'sign-up' };
  const again = await ask('/api/v1/accounts/codes', { json });
  expect(again).toMatchObject({ status: 429, body: { error: { code: 'rate-limited' } } });
  expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(25);
  expect((await readMail(email)).length).toBe(1);
});

test('keys that are no points of the curve, or have one id twice, are refused', async () => {
  const email = freshEmail();
  const request = await prepareAccount();
  const [key] = request.keys;
  const zeros = new Uint8Array(97);
  const compressed = Uint8Array.of(2, ...new Uint8Array(96).fill(1));
  const offCurve = Uint8Array.of(4, ...new Uint8Array(96).fill(1));
  for (const point of [zeros, compressed, offCurve]) {
    const publicKey = encodeBase64url(point);
    const keys = [{ ...key, publicKey }] as typeof request.keys;
    expect(await signUp(email, '00000000', { ...request, keys })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-request', path: 'account.keys.0.publicKey' } },
    });
  }
  const twice = [key, key] as typeof request.keys;
  expect(await signUp(email, '00000000', { ...request, keys: twice })).toMatchObject({
    status: 400,
    body: { error: { path: 'account.keys.1.id' } },
  });
});

test.each([
  ['weak parameters', { kdf: { salt: freshId(), iterations: 599_999 } }],
  ['absurd parameters', { kdf: { salt: freshId(), iterations: 10_000_001 } }],
  ['a short salt', { kdf: { salt: 'AAAA', iterations: 600_000 } }],
  ['no keys', { keys: [] }],
  ['another field', { plan: 'admin' }],
  ['a short id', { id: 'AAAA' }],
])('%s are refused before the code is tried', async (_, change) => {
  const email = freshEmail();
  const code = await askForCode(email);
  const request = await prepareAccount();
  expect((await signUp(email, code, { ...request, ...change })).status).toBe(400);
  expect((await signUp(email, code, request)).status).toBe(201);
});

test.each(['nobody', 'a b@c.de', 'a@b', 'a@b.de\r\nBcc: x@y.de', `${'a'.repeat(250)}@b.de`])(
  'no code goes to %j',
  async (email) => {
    const json = { email, purpose: 'sign-up' };
    expect(await ask('/api/v1/accounts/codes', { json })).toMatchObject({ status: 400 });
  },
);
