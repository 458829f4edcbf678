import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { attemptsAt } from '../../access/attempts.ts';
import { FREE_TRIES } from '../../durable-objects/attempts/rules.ts';
import { ask } from '../support/call-api.ts';
import {
  askAs,
  freshAuth,
  freshDevice,
  freshEmail,
  freshId,
  makeAccount,
  signedIn,
  signIn,
} from '../support/make-account.ts';
import { readMail } from '../support/read-mail.ts';

const WRONG = { status: 401, body: { error: { code: 'wrong-credentials' } } };

function parameters(email: string) {
  return ask('/api/v1/sign-in/parameters', { json: { email } });
}

test('the right password signs in, in capitals of the address as well', async () => {
  const account = await makeAccount();
  const answer = await signIn({ ...account, email: account.email.toUpperCase() });
  expect(answer).toMatchObject({ status: 200, body: { accountId: account.id } });
});

test('parameters are those of the account; who has none gets some that never change', async () => {
  const account = await makeAccount();
  expect(await parameters(account.email)).toMatchObject({ status: 200, body: account.request.kdf });
  const unknown = freshEmail();
  const invented = await parameters(unknown);
  expect(invented).toMatchObject({
    status: 200,
    body: { salt: expect.stringMatching(/^[\w-]{22}$/), iterations: 600_000 },
  });
  expect((await parameters(unknown.toUpperCase())).body).toEqual(invented.body);
  expect((await parameters(freshEmail())).body).not.toEqual(invented.body);
});

test('a wrong password and an unknown address are answered alike', async () => {
  const account = await makeAccount();
  const wrong = await signIn({ ...account, auth: freshAuth() });
  const unknown = await signIn({ email: freshEmail(), auth: freshAuth() });
  expect(wrong).toMatchObject(WRONG);
  expect(unknown.body).toEqual(wrong.body);
  const names = ({ headers }: { headers: Headers }) => [...headers.keys()].sort();
  expect(names(unknown)).toEqual(names(wrong));
});

test('of 200 guesses at once ten are checked, then the right one has to wait as well', async () => {
  const account = await makeAccount();
  const guesses = Array.from({ length: 200 }, () => signIn({ ...account, auth: freshAuth() }));
  const answers = await Promise.all(guesses);
  expect(answers.filter(({ status }) => status === 401).length).toBe(FREE_TRIES);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBe(200 - FREE_TRIES);
  for (const { body, headers } of refused) {
    expect(body).toMatchObject({ error: { code: 'too-many-attempts' } });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }
  expect((await signIn(account)).status).toBe(429);
  expect((await askAs(account.tokens, '/api/v1/account')).status).toBe(200);
});

test('guesses at an address without an account are limited alike', async () => {
  const email = freshEmail();
  const guesses = Array.from({ length: 30 }, () => signIn({ email, auth: freshAuth() }));
  const answers = await Promise.all(guesses);
  expect(answers.filter(({ status }) => status === 401).length).toBe(FREE_TRIES);
});

test('the right password forgets wrong ones', async () => {
  const account = await makeAccount();
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < FREE_TRIES - 1; i++) await signIn({ ...account, auth: freshAuth() });
    expect((await signIn(account)).status).toBe(200);
  }
});

test('counters are named and kept without the address', async () => {
  const email = freshEmail();
  await signIn({ email, auth: freshAuth() });
  const attempts = await attemptsAt(env, 'sign-in', email);
  expect(attempts.name).not.toContain(email);
  await runInDurableObject(attempts, async (_, { storage }) => {
    expect(JSON.stringify([...(await storage.list())])).not.toContain(email);
    expect(await storage.getAlarm()).toBeGreaterThan(Date.now());
  });
});

test('the owner hears of a new device, once for each', async () => {
  const account = await makeAccount();
  const device = freshDevice('Café\u2019s tablet');
  await signedIn(account, device);
  await signedIn(account, device);
  const subjects = (await readMail(account.email)).map(({ text }) => text);
  expect(subjects.filter((text) => text.includes(device.name)).length).toBe(1);
});

test('a device that signs in again has one session', async () => {
  const account = await makeAccount();
  const first = await signedIn(account, account.device);
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject({
    status: 401,
    body: { error: { code: 'session-ended' } },
  });
  const { body } = await askAs(first, '/api/v1/sessions');
  expect(body).toMatchObject({ sessions: [{ id: first.sessionId, current: true }] });
});

test('a suspended account gets in nowhere, and hears so only with the right password', async () => {
  const account = await makeAccount();
  await env.DB.prepare("update accounts set state = 'suspended' where id = ?")
    .bind(account.id)
    .run();
  const suspended = { status: 403, body: { error: { code: 'account-suspended' } } };
  expect(await signIn(account)).toMatchObject(suspended);
  expect(await signIn({ ...account, auth: freshAuth() })).toMatchObject(WRONG);
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject(suspended);
  const { refreshToken } = account.tokens;
  expect(
    await ask('/api/v1/tokens/refresh', { json: { refreshToken, nonce: freshId() } }),
  ).toMatchObject(suspended);
});

test('the log tells wrong and right passwords, from which device', async () => {
  const account = await makeAccount();
  const device = freshDevice('A phone');
  await signIn({ ...account, auth: freshAuth() }, device);
  await signedIn(account, device);
  const { results } = await env.DB.prepare(
    'select kind, outcome, device from audit where account_id = ? order by id',
  )
    .bind(account.id)
    .all();
  expect(results).toEqual([
    { kind: 'sign-up', outcome: 'ok', device: account.device.name },
    { kind: 'sign-in', outcome: 'wrong-password', device: 'A phone' },
    { kind: 'sign-in', outcome: 'ok', device: 'A phone' },
  ]);
});
