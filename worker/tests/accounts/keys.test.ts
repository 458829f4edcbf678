import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { RecoveryAnswer, TokensAnswer } from '../../../shared/api/contract.ts';
import { ask } from '../support/call-api.ts';
import {
  askAs,
  askForCode,
  freshAuth,
  freshDevice,
  freshEmail,
  freshKit,
  freshManifest,
  freshWrap,
  makeAccount,
  random,
  signedIn,
  signIn,
  stepUp,
  type TestAccount,
} from '../support/make-account.ts';
import { readMail } from '../support/read-mail.ts';

/* What opens an account: password, kit and user key. Each change takes place whole or not at all. */

const WRONG = { status: 401, body: { error: { code: 'wrong-credentials' } } };
const CONFLICT = { status: 409, body: { error: { code: 'manifest-conflict' } } };
const CHANGED = { status: 409, body: { error: { code: 'account-changed' } } };
const ENDED = { status: 401, body: { error: { code: 'session-ended' } } };

function passwordChange(account: TestAccount, change: object = {}) {
  return {
    auth: account.auth,
    kdf: { ...account.request.kdf, iterations: 700_000 },
    newAuth: freshAuth(),
    wrappedUserKey: freshWrap(),
    manifest: freshManifest(),
    manifestCounter: 2,
    ...change,
  };
}

function changePassword(account: TestAccount, json: object) {
  return askAs(account.tokens, '/api/v1/account/password', { json });
}

test('a new password opens the account and the old one no more; other sessions end', async () => {
  const account = await makeAccount();
  const other = await signedIn(account);
  const json = passwordChange(account);
  expect(await changePassword(account, json)).toMatchObject({ status: 204 });
  expect(await signIn(account)).toMatchObject(WRONG);
  await signedIn({ ...account, auth: json.newAuth });
  expect(await askAs(other, '/api/v1/account')).toMatchObject(ENDED);
  const { kdf, wrappedUserKey, manifest } = json;
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject({
    status: 200,
    body: { kdf, wrappedUserKey, manifest, manifestCounter: 2, generation: 1 },
  });
  expect((await readMail(account.email)).at(-2)?.subject).toMatch(/password/i);
});

test('a manifest that is not the next leaves password, wrap and manifest as they were', async () => {
  const account = await makeAccount();
  for (const manifestCounter of [1, 3, 99]) {
    const json = passwordChange(account, { manifestCounter });
    expect(await changePassword(account, json)).toMatchObject(CONFLICT);
    expect(await signIn({ ...account, auth: json.newAuth })).toMatchObject(WRONG);
  }
  await signedIn(account);
  const { wrappedUserKey, manifest } = account.request;
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject({
    body: { wrappedUserKey, manifest, manifestCounter: 1 },
  });
});

test('of two changes at once one comes about, whole', async () => {
  const account = await makeAccount();
  const changes = [passwordChange(account), passwordChange(account), passwordChange(account)];
  const answers = await Promise.all(changes.map((json) => changePassword(account, json)));
  const won = answers.findIndex(({ status }) => status === 204);
  expect(answers.filter(({ status }) => status === 204).length).toBe(1);
  const { body } = await askAs(account.tokens, '/api/v1/account');
  expect(body).toMatchObject({ wrappedUserKey: changes[won]?.wrappedUserKey });
  for (const [n, { newAuth }] of changes.entries()) {
    expect((await signIn({ ...account, auth: newAuth })).status).toBe(n === won ? 200 : 401);
  }
});

test('guesses at the password by a signed-in browser are limited to ten', async () => {
  const account = await makeAccount();
  const guesses = Array.from({ length: 30 }, () =>
    changePassword(account, passwordChange(account, { auth: freshAuth() })),
  );
  const answers = await Promise.all(guesses);
  expect(answers.filter(({ status }) => status === 401).length).toBe(10);
  expect(answers.filter(({ status }) => status === 429).length).toBe(20);
  expect((await changePassword(account, passwordChange(account))).status).toBe(429);
  await signedIn(account);
});

test('the next manifest takes the place of the one before, and no other does', async () => {
  const account = await makeAccount();
  const put = (manifestCounter: number) =>
    askAs(account.tokens, '/api/v1/account/manifest', {
      method: 'PUT',
      json: { manifest: freshManifest(), manifestCounter },
    });
  expect(await put(2)).toMatchObject({ status: 204 });
  expect(await put(2)).toMatchObject(CONFLICT);
  expect(await put(4)).toMatchObject(CONFLICT);
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(3)));
  expect(answers.filter(({ status }) => status === 204).length).toBe(1);
});

test('a manifest of a mebibyte is kept, a longer one refused', async () => {
  const account = await makeAccount();
  const put = (manifest: string, manifestCounter: number) =>
    askAs(account.tokens, '/api/v1/account/manifest', {
      method: 'PUT',
      json: { manifest, manifestCounter },
    });
  const longest = 'A'.repeat(Math.ceil((1_048_576 * 4) / 3));
  expect(await put(longest, 2)).toMatchObject({ status: 204 });
  expect(await put(`${longest}AA`, 3)).toMatchObject({ status: 400 });
});

async function openRecovery(account: TestAccount, change: object = {}) {
  const code = await askForCode(account.email, 'recovery');
  const json = { email: account.email, code, auth: account.kitAuth, ...change };
  return ask('/api/v1/recovery', { json });
}

function finish(recovery: string, change: object = {}) {
  const json = {
    recovery,
    kdf: { salt: random(16), iterations: 600_000 },
    auth: freshAuth(),
    wrappedUserKey: freshWrap(),
    newKit: freshKit(),
    manifest: freshManifest(),
    manifestCounter: 2,
    device: freshDevice(),
    ...change,
  };
  return { json, answer: ask('/api/v1/recovery/finish', { json }) };
}

test('code and kit give back the account under a new password and a new kit', async () => {
  const account = await makeAccount();
  const opened = await openRecovery(account);
  expect(opened).toMatchObject({
    status: 200,
    body: {
      accountId: account.id,
      wrappedUserKey: account.request.recovery.wrappedUserKey,
      kdf: account.request.kdf,
      manifest: account.request.manifest,
      manifestCounter: 1,
      generation: 1,
    },
  });
  const { recovery } = opened.body as RecoveryAnswer;
  const { json, answer } = finish(recovery);
  const tokens = (await answer).body as TokensAnswer;
  expect((await answer).status).toBe(200);
  expect(await askAs(tokens, '/api/v1/account')).toMatchObject({
    body: { wrappedUserKey: json.wrappedUserKey, manifestCounter: 2 },
  });
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject(ENDED);
  expect(await signIn(account)).toMatchObject(WRONG);
  await signedIn({ ...account, auth: json.auth });
  expect(await finish(recovery, { manifestCounter: 3 }).answer).toMatchObject(CHANGED);
  const { results } = await env.DB.prepare(
    'select recovery_wrapped_user_key as wrap from accounts where id = ?',
  )
    .bind(account.id)
    .all();
  expect(results).toEqual([{ wrap: json.newKit.wrappedUserKey }]);
});

test('a recovery that does not come about leaves the old password', async () => {
  const account = await makeAccount();
  const { recovery } = (await openRecovery(account)).body as RecoveryAnswer;
  expect(await finish(recovery, { manifestCounter: 3 }).answer).toMatchObject(CONFLICT);
  await signedIn(account);
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject({ status: 200 });
  expect((await finish(recovery).answer).status).toBe(200);
});

test('a recovery token is over once the password changed, and forged ones are none', async () => {
  const account = await makeAccount();
  const { recovery } = (await openRecovery(account)).body as RecoveryAnswer;
  await changePassword(account, passwordChange(account));
  expect(await finish(recovery, { manifestCounter: 3 }).answer).toMatchObject(CHANGED);
  for (const token of [account.tokens.accessToken, 'x.y.z', `${recovery}A`]) {
    expect(await finish(token).answer).toMatchObject({ status: 401 });
  }
});

test('a wrong kit is told apart only with the right code, which stays good for the right kit', async () => {
  const account = await makeAccount();
  const code = await askForCode(account.email, 'recovery');
  const json = { email: account.email, code };
  expect(await ask('/api/v1/recovery', { json: { ...json, auth: freshAuth() } })).toMatchObject({
    status: 403,
    body: { error: { code: 'wrong-kit' } },
  });
  const wrongCode = { ...json, code: code === '00000000' ? '00000001' : '00000000' };
  for (const auth of [account.kitAuth, freshAuth()]) {
    expect(await ask('/api/v1/recovery', { json: { ...wrongCode, auth } })).toMatchObject({
      status: 403,
      body: { error: { code: 'wrong-code' } },
    });
  }
  expect(await ask('/api/v1/recovery', { json: { ...json, auth: account.kitAuth } })).toMatchObject(
    { status: 200 },
  );
});

test('of 200 guesses at a recovery code five are checked', async () => {
  const account = await makeAccount();
  const code = await askForCode(account.email, 'recovery');
  const guess = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      ask('/api/v1/recovery', { json: { email: account.email, code: guess, auth: freshAuth() } }),
    ),
  );
  const left = answers.map(({ body }) => (body as { error: { attemptsLeft: number } }).error);
  expect(left.filter(({ attemptsLeft }) => attemptsLeft > 0).length).toBe(4);
  const json = { email: account.email, code, auth: account.kitAuth };
  expect(await ask('/api/v1/recovery', { json })).toMatchObject({ status: 403 });
});

test('who has no account gets a mail that says so, and no code', async () => {
  const email = freshEmail();
  expect(await askForCode(email, 'recovery')).toBeNull();
  expect((await readMail(email)).length).toBe(1);
  const known = await makeAccount();
  expect(await askForCode(known.email, 'recovery')).toMatch(/^\d{8}$/);
});

function rotation(account: TestAccount, change: object = {}) {
  return {
    auth: account.auth,
    generation: 2,
    wrappedUserKey: freshWrap(),
    newKit: freshKit(),
    keys: account.request.keys.map(({ id }) => ({ id, sealedPrivateKey: random(200) })),
    passkeys: [],
    items: [],
    manifest: freshManifest(),
    manifestCounter: 2,
    ...change,
  };
}

test('a new user key wraps all that the old one wrapped', async () => {
  const account = await makeAccount();
  await env.DB.batch(
    [1, 2].map((version) =>
      env.DB.prepare(
        'insert into library_versions (account_id, item_id, version, size, wrapped_key, blob, created_at) values (?, ?, ?, 1, ?, ?, 0)',
      ).bind(account.id, random(16), version, freshWrap(), random(16)),
    ),
  );
  const { results } = await env.DB.prepare(
    'select item_id as id, version from library_versions where account_id = ?',
  )
    .bind(account.id)
    .all<{ id: string; version: number }>();
  const items = results.map((item) => ({ ...item, wrappedKey: freshWrap() }));
  const rotate = (change: object) =>
    askAs(account.tokens, '/api/v1/account/user-key', { json: rotation(account, change) });
  expect(await rotate({ items: items.slice(1) })).toMatchObject(CHANGED);
  expect(await rotate({ items: [items[0], items[0]] })).toMatchObject(CHANGED);
  expect(await rotate({ items: [items[0], { ...items[1], version: 9 }] })).toMatchObject(CHANGED);
  expect(await rotate({ items, keys: [] })).toMatchObject(CHANGED);
  expect(await rotate({ items, generation: 3 })).toMatchObject(CHANGED);
  expect(await rotate({ items, manifestCounter: 1 })).toMatchObject(CONFLICT);
  expect(await rotate({ items, auth: freshAuth() })).toMatchObject(WRONG);
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject({ body: { generation: 1 } });
  const json = rotation(account, { items });
  const answer = await askAs(account.tokens, '/api/v1/account/user-key', { json });
  expect(answer).toMatchObject({ status: 204 });
  const { body } = await askAs(account.tokens, '/api/v1/account');
  expect(body).toMatchObject({
    generation: 2,
    wrappedUserKey: json.wrappedUserKey,
    keys: expect.arrayContaining(json.keys.map((key) => expect.objectContaining(key))),
  });
  const wraps = await env.DB.prepare(
    'select item_id as id, version, wrapped_key as wrappedKey from library_versions where account_id = ?',
  )
    .bind(account.id)
    .all();
  expect(wraps.results).toEqual(expect.arrayContaining(items));
  await signedIn(account);
});

test('a new kit needs a step-up and the present user key; the old one is over', async () => {
  const account = await makeAccount();
  const kit = (tokens: TokensAnswer, generation: number) =>
    askAs(tokens, '/api/v1/account/recovery-kit', { json: { newKit: freshKit(), generation } });
  expect(await kit(account.tokens, 1)).toMatchObject({
    status: 403,
    body: { error: { code: 'step-up-required' } },
  });
  const steppedUp = await stepUp(account.tokens);
  expect(await kit(steppedUp, 2)).toMatchObject(CHANGED);
  expect(await kit(steppedUp, 1)).toMatchObject({ status: 204 });
  expect(await openRecovery(account)).toMatchObject({ body: { error: { code: 'wrong-kit' } } });
});

test('a step-up is good for five minutes', async () => {
  const account = await makeAccount();
  const old = await stepUp(account.tokens, Date.now() - 301_000);
  const json = { newKit: freshKit(), generation: 1 };
  expect(await askAs(old, '/api/v1/account/recovery-kit', { json })).toMatchObject({
    body: { error: { code: 'step-up-required' } },
  });
});
