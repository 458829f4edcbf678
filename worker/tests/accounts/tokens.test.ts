import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { TokensAnswer } from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { ask } from '../support/call-api.ts';
import { askAs, freshId, makeAccount, signedIn } from '../support/make-account.ts';
import { readMail } from '../support/read-mail.ts';

const ENDED = { status: 401, body: { error: { code: 'session-ended' } } };

function refresh(refreshToken: string, nonce = freshId()) {
  return ask('/api/v1/tokens/refresh', { json: { refreshToken, nonce } });
}

async function refreshed(refreshToken: string, nonce?: string): Promise<TokensAnswer> {
  const { status, body } = await refresh(refreshToken, nonce);
  expect(status).toBe(200);
  return body as TokensAnswer;
}

test('a refresh token gives the next and an access token that works', async () => {
  const { tokens } = await makeAccount();
  const next = await refreshed(tokens.refreshToken);
  expect(next).toMatchObject({ accountId: tokens.accountId, sessionId: tokens.sessionId });
  expect(next.refreshToken).not.toBe(tokens.refreshToken);
  expect((await askAs(next, '/api/v1/account')).status).toBe(200);
  await refreshed(next.refreshToken);
});

test('a lost answer is given again to who has the nonce, until the next token is used', async () => {
  const { tokens } = await makeAccount();
  const nonce = freshId();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => refreshed(tokens.refreshToken, nonce)),
  );
  expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
  const [first] = answers as [TokensAnswer];
  await refreshed(first.refreshToken);
  expect(await refresh(tokens.refreshToken, nonce)).toMatchObject(ENDED);
});

test('an old token, without its nonce, ends the session for whoever has a token of it', async () => {
  const account = await makeAccount();
  const other = await signedIn(account);
  const { tokens } = account;
  const next = await refreshed(tokens.refreshToken);
  expect(await refresh(tokens.refreshToken)).toMatchObject(ENDED);
  expect(await refresh(next.refreshToken)).toMatchObject(ENDED);
  expect(await askAs(next, '/api/v1/account')).toMatchObject(ENDED);
  expect((await askAs(other, '/api/v1/account')).status).toBe(200);
  const mails = await readMail(account.email);
  expect(mails.at(-1)?.text).toMatch(/session/i);
});

test('tokens three turns old are known for what they are', async () => {
  const { tokens } = await makeAccount();
  let latest = tokens;
  for (let turn = 0; turn < 3; turn++) latest = await refreshed(latest.refreshToken);
  expect(await refresh(tokens.refreshToken)).toMatchObject(ENDED);
  expect(await refresh(latest.refreshToken)).toMatchObject(ENDED);
});

test('two thieves and an owner at once: at most one line goes on', async () => {
  const { tokens } = await makeAccount();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(tokens.refreshToken)));
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  const won = answers.find(({ status }) => status === 200)?.body as TokensAnswer;
  expect(await refresh(won.refreshToken)).toMatchObject(ENDED);
});

test('tokens that nobody made, of another family or length are refused', async () => {
  const { tokens } = await makeAccount();
  const stranger = encodeBase64url(randomBytes(64));
  expect(await refresh(stranger)).toMatchObject(ENDED);
  expect(await refresh('AAAA')).toMatchObject({ status: 400 });
  const mixed = stranger.slice(0, 43) + tokens.refreshToken.slice(43);
  expect((await refresh(mixed)).status).not.toBe(200);
  await refreshed(tokens.refreshToken);
});

test('a session that nobody used for 60 days is over', async () => {
  const { tokens, id } = await makeAccount();
  await env.DB.prepare('update sessions set expires_at = ? where account_id = ?')
    .bind(Date.now() - 1, id)
    .run();
  expect(await refresh(tokens.refreshToken)).toMatchObject(ENDED);
  expect(await askAs(tokens, '/api/v1/account')).toMatchObject(ENDED);
});

test('nothing that is stored is a token', async () => {
  const { tokens } = await makeAccount();
  const { results } = await env.DB.prepare('select * from sessions').all();
  const text = JSON.stringify(results);
  expect(text).not.toContain(tokens.refreshToken.slice(0, 43));
  expect(text).not.toContain(tokens.refreshToken.slice(43));
});
