import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findRecoveryCode } from '../../database/accounts/recovery-codes.ts';
import { hashRecoveryCode } from '../../factors/recovery-codes.ts';
import worker from '../../index.ts';
import { freshAddress, ORIGIN } from '../support/call-api.ts';
import { freshAuth, freshDevice, makeAccount, type TestAccount } from '../support/make-account.ts';
import { readCode } from '../support/read-mail.ts';
import { rotatePeppers } from '../support/rotate-peppers.ts';

const { newestKid, olderKid, rotated, dropped } = rotatePeppers();

/** The status of a request to a server with other secrets. */
async function askWith(change: object, path: string, json: object): Promise<number> {
  const headers = { 'content-type': 'application/json', 'cf-connecting-ip': freshAddress() };
  const init = { method: 'POST', headers, body: JSON.stringify(json) };
  const context = createExecutionContext();
  const request = new Request(`${ORIGIN}/api/v1${path}`, init);
  const answer = await worker.fetch(request, { ...env, ...change }, context);
  await waitOnExecutionContext(context);
  return answer.status;
}

function signInWith(change: object, { email }: TestAccount, auth: string): Promise<number> {
  return askWith(change, '/sign-in', { email, auth, device: freshDevice() });
}

/** Under which peppers the account's password and its kit are kept. */
async function kidsOf({ id }: TestAccount) {
  const row = await env.DB.prepare(
    'select auth_hash as password, recovery_auth_hash as kit from accounts where id = ?',
  )
    .bind(id)
    .first<{ password: string; kit: string }>();
  return { password: row?.password.split('.')[0], kit: row?.kit.split('.')[0] };
}

test('a password goes over to the newest pepper when it is next used, and only then', async () => {
  const account = await makeAccount();
  expect(await signInWith(rotated, account, freshAuth())).toBe(401);
  expect(await kidsOf(account)).toEqual({ password: olderKid, kit: olderKid });
  expect(await signInWith(rotated, account, account.auth)).toBe(200);
  expect(await kidsOf(account)).toEqual({ password: newestKid, kit: olderKid });
  expect(await signInWith(dropped, account, account.auth)).toBe(200);
  expect(await signInWith(dropped, account, freshAuth())).toBe(401);
});

test('without its pepper no password is right, and the old list brings it back', async () => {
  const account = await makeAccount();
  expect(await signInWith(dropped, account, account.auth)).toBe(401);
  expect(await signInWith({}, account, account.auth)).toBe(200);
});

test('a kit goes over when it is used', async () => {
  const account = await makeAccount();
  const { email, kitAuth: auth } = account;
  // A code is kept under the newest pepper: it is asked for and used at the same server.
  expect(await askWith(rotated, '/accounts/codes', { email, purpose: 'recovery' })).toBe(202);
  const code = await readCode(email);
  expect(await askWith(rotated, '/recovery', { email, code, auth })).toBe(200);
  expect(await kidsOf(account)).toEqual({ password: olderKid, kit: newestKid });
});

test('a recovery code is known under each pepper, as long as that is there', async () => {
  const { id } = await makeAccount();
  const [kept] = await hashRecoveryCode(env, id, '7k2m-p0xq-9dhr');
  await env.DB.prepare('insert into recovery_codes (account_id, hash) values (?, ?)')
    .bind(id, kept)
    .run();
  const find = async (change: object, code: string) =>
    findRecoveryCode(env.DB, id, await hashRecoveryCode({ ...env, ...change }, id, code));
  expect(await find(rotated, '7k2m-p0xq-9dhr')).toBe(kept);
  expect(await find(rotated, '7k2m-p0xq-9dhs')).toBeNull();
  expect(await find(dropped, '7k2m-p0xq-9dhr')).toBeNull();
});
