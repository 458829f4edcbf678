import { expect, test } from 'vitest';
import type { SessionsAnswer, TokensAnswer } from '../../../shared/api/contract.ts';
import { ask } from '../support/call-api.ts';
import {
  askAs,
  askForCode,
  freshDevice,
  freshEmail,
  freshId,
  makeAccount,
  signedIn,
  signIn,
  stepUp,
} from '../support/make-account.ts';
import { readMail, readNewestLetter } from '../support/read-mail.ts';

const ENDED = { status: 401, body: { error: { code: 'session-ended' } } };
const WRONG_CODE = { status: 403, body: { error: { code: 'wrong-code' } } };

async function list(tokens: TokensAnswer) {
  const { status, body } = await askAs(tokens, '/api/v1/sessions');
  expect(status).toBe(200);
  return (body as SessionsAnswer).sessions;
}

test('each browser is there, with name, kind and times, and can be named anew', async () => {
  const account = await makeAccount();
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36' };
  const answer = await signIn(account, freshDevice('Kitchen'), { headers });
  const kitchen = answer.body as TokensAnswer;
  const sessions = await list(account.tokens);
  expect(sessions.map(({ name, current }) => [name, current])).toEqual([
    ['Kitchen', false],
    [account.device.name, true],
  ]);
  expect(sessions[0]).toMatchObject({ id: kitchen.sessionId, client: 'Chrome on Linux' });
  const path = `/api/v1/sessions/${kitchen.sessionId}`;
  const rename = (name: string) => askAs(account.tokens, path, { method: 'PATCH', json: { name } });
  expect(await rename('  Old kitchen ')).toMatchObject({ status: 204 });
  expect((await list(account.tokens))[0]?.name).toBe('Old kitchen');
  for (const name of ['', ' ', 'a'.repeat(101), 'two\nlines', 'left\u202eright']) {
    expect((await rename(name)).status).toBe(400);
  }
});

test('sign out here, there, everywhere else', async () => {
  const account = await makeAccount();
  const [here, there, elsewhere] = [
    account.tokens,
    await signedIn(account),
    await signedIn(account),
  ];
  const path = `/api/v1/sessions/${there.sessionId}`;
  expect(await askAs(here, path, { method: 'DELETE' })).toMatchObject({ status: 204 });
  expect(await askAs(there, '/api/v1/account')).toMatchObject(ENDED);
  expect((await askAs(here, path, { method: 'DELETE' })).status).toBe(404);
  expect(await askAs(here, '/api/v1/sessions', { method: 'DELETE' })).toMatchObject({
    status: 204,
  });
  expect(await askAs(elsewhere, '/api/v1/account')).toMatchObject(ENDED);
  expect((await list(here)).length).toBe(1);
  expect(await askAs(here, '/api/v1/sign-out', { method: 'POST' })).toMatchObject({ status: 204 });
  expect(await askAs(here, '/api/v1/account')).toMatchObject(ENDED);
  const json = { refreshToken: here.refreshToken, nonce: freshId() };
  expect(await ask('/api/v1/tokens/refresh', { json })).toMatchObject(ENDED);
});

test('another address counts once its code came back; the old one is told', async () => {
  const account = await makeAccount();
  const email = freshEmail();
  const tokens = await stepUp(account.tokens);
  const change = () => askAs(tokens, '/api/v1/account/email', { json: { email } });
  const confirm = (code: string) =>
    askAs(tokens, '/api/v1/account/email/confirm', { json: { email, code } });
  expect(await askAs(account.tokens, '/api/v1/account/email', { json: { email } })).toMatchObject({
    body: { error: { code: 'step-up-required' } },
  });
  expect(await change()).toMatchObject({ status: 202 });
  expect(await change()).toMatchObject({ status: 429 });
  const code = /\d{8}/.exec((await readNewestLetter(email))?.subject ?? '')?.[0] ?? '';
  expect(await confirm(code === '00000000' ? '00000001' : '00000000')).toMatchObject(WRONG_CODE);
  expect(await confirm(code)).toMatchObject({ status: 204 });
  expect((await signIn(account)).status).toBe(401);
  await signedIn({ ...account, email });
  const told = (await readMail(account.email)).map(({ subject }) => subject);
  expect(told.join('\n')).toMatch(/address/i);
});

test('an address that has an account gets a mail and no code, and the answer is the same', async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const tokens = await stepUp(account.tokens);
  const json = { email: other.email };
  expect(await askAs(tokens, '/api/v1/account/email', { json })).toMatchObject({ status: 202 });
  expect((await readNewestLetter(other.email))?.subject).not.toMatch(/\d{8}/);
});

test('an address that somebody took meanwhile is refused like a wrong code', async () => {
  const account = await makeAccount();
  const email = freshEmail();
  const tokens = await stepUp(account.tokens);
  await askAs(tokens, '/api/v1/account/email', { json: { email } });
  const code = /\d{8}/.exec((await readNewestLetter(email))?.subject ?? '')?.[0];
  await makeAccount(email);
  const json = { email, code };
  expect(await askAs(tokens, '/api/v1/account/email/confirm', { json })).toMatchObject(WRONG_CODE);
  await signedIn(account);
});

test('a code of sign-up is good for no change of address', async () => {
  const account = await makeAccount();
  const email = freshEmail();
  const code = await askForCode(email);
  const tokens = await stepUp(account.tokens);
  const json = { email, code };
  expect(await askAs(tokens, '/api/v1/account/email/confirm', { json })).toMatchObject(WRONG_CODE);
});
