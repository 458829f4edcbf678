import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { Authenticator } from './support/authenticator.ts';
import {
  addPasskey,
  addTotp,
  beginPasskey,
  beginTotp,
  codeOf,
  makeCodes,
  passkeyRequest,
} from './support/factors.ts';
import {
  activityOf,
  askAs,
  askSteppedUp,
  makePerson,
  type TestPerson,
} from './support/make-person.ts';
import { readMail } from './support/read-mail.ts';

async function subjects({ email }: TestPerson): Promise<string[]> {
  return (await readMail(email)).map(({ subject }) => subject);
}

function error(code: string) {
  return { error: { code } };
}

function rowsOf(table: string, { id }: TestPerson) {
  return env.DB.prepare(`select * from ${table} where account_id = ?`).bind(id).all();
}

describe('an authenticator app', () => {
  test('is asked for once a code of it was confirmed, and told by mail and log', async () => {
    const user = await makePerson();
    const totp = await beginTotp(user);
    expect(totp.uri).toContain(`secret=${totp.secret}`);
    expect(await askAs(user, '/step-up/options', { method: 'POST' })).toMatchObject({
      body: { methods: ['password'] },
    });
    expect(await subjects(user)).toEqual([]);
    const confirm = await askAs(user, '/account/totp/confirm', { json: { code: codeOf(totp) } });
    expect(confirm).toMatchObject({ status: 204, body: null });
    expect(await askAs(user, '/step-up/options', { method: 'POST' })).toMatchObject({
      body: { methods: ['totp'] },
    });
    expect(await activityOf(user)).toEqual(['totp-added']);
    expect(await subjects(user)).toEqual(['A way to sign in was added']);
    const again = await askSteppedUp(user, '/account/totp', { method: 'POST' });
    expect(again).toMatchObject({ status: 409, body: error('factor-exists') });
  });

  test('that waits is replaced by the next, and its codes are worth nothing', async () => {
    const user = await makePerson();
    const first = await beginTotp(user);
    const second = await beginTotp(user);
    const old = await askAs(user, '/account/totp/confirm', { json: { code: codeOf(first) } });
    expect(old).toMatchObject({ status: 403, body: error('wrong-code') });
    const right = await askAs(user, '/account/totp/confirm', { json: { code: codeOf(second) } });
    expect(right.status).toBe(204);
  });

  test('is confirmed once by any number of requests at once', async () => {
    const user = await makePerson();
    const json = { code: codeOf(await beginTotp(user)) };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => askAs(user, '/account/totp/confirm', { json })),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await activityOf(user)).toEqual(['totp-added']);
  });

  test('lies at rest sealed, for its account only', async () => {
    const user = await makePerson();
    const { secret } = await addTotp(user);
    const { results } = await rowsOf('totps', user);
    expect(JSON.stringify(results)).not.toContain(secret);
    expect(results).toMatchObject([
      { sealed_secret: expect.stringMatching(/^[\w-]+\.[\w-]{64}$/) },
    ]);
    const other = await makePerson();
    await env.DB.prepare(
      `insert into totps select ?, sealed_secret, -1, confirmed_at from totps where account_id = ?`,
    )
      .bind(other.id, user.id)
      .run();
    const begun = await askAs(other, '/step-up/options', { method: 'POST' });
    const { challenge } = begun.body as { challenge: string };
    const answer = await askAs(other, '/step-up', {
      json: { challenge, totp: codeOf({ secret }) },
    });
    expect(answer).toMatchObject({ status: 503, body: { error: { part: 'sealing-keys' } } });
    await env.DB.prepare('delete from totps where account_id = ?').bind(other.id).run();
  });

  test('takes its recovery codes with it, unless a passkey is left', async () => {
    const user = await makePerson();
    await addTotp(user);
    await makeCodes(user);
    const { passkey } = await addPasskey(user);
    expect((await askSteppedUp(user, '/account/totp', { method: 'DELETE' })).status).toBe(204);
    expect((await rowsOf('recovery_codes', user)).results).toHaveLength(10);
    const path = `/account/passkeys/${passkey.id}`;
    expect((await askSteppedUp(user, path, { method: 'DELETE' })).status).toBe(204);
    expect((await rowsOf('recovery_codes', user)).results).toHaveLength(0);
    const gone = await askSteppedUp(user, '/account/totp', { method: 'DELETE' });
    expect(gone).toMatchObject({ status: 404, body: error('not-found') });
    expect(await activityOf(user)).toEqual([
      'passkey-removed',
      'totp-removed',
      'passkey-added',
      'recovery-codes-made',
      'totp-added',
    ]);
    expect((await subjects(user)).at(-1)).toBe('A way to sign in was removed');
  });
});

describe('a passkey', () => {
  test('is added, renamed and removed', async () => {
    const user = await makePerson();
    const wrappedUserKey = encodeBase64url(randomBytes(111));
    const wrap = { wrappedUserKey, generation: 1 };
    const { authenticator, passkey } = await addPasskey(user, wrap);
    expect(passkey).toMatchObject({
      credentialId: authenticator.id,
      name: 'Blue key',
      lastUsedAt: null,
      wrappedUserKey,
    });
    const { options } = await beginPasskey(user);
    expect(options.excludeCredentials).toMatchObject([{ id: authenticator.id }]);
    const path = `/account/passkeys/${passkey.id}`;
    const json = { name: 'Red key', wrappedUserKey: null };
    expect((await askAs(user, path, { method: 'PATCH', json })).status).toBe(204);
    const { results } = await rowsOf('passkeys', user);
    expect(results).toMatchObject([{ name: 'Red key', wrapped_user_key: null }]);
    expect((await askSteppedUp(user, path, { method: 'DELETE' })).status).toBe(204);
    expect((await rowsOf('passkeys', user)).results).toEqual([]);
  });

  test('unlocks again with a new wrap, of the present user key only', async () => {
    const user = await makePerson();
    const { passkey } = await addPasskey(user);
    const path = `/account/passkeys/${passkey.id}`;
    const wrappedUserKey = encodeBase64url(randomBytes(111));
    const wrap = (json: object) => askAs(user, path, { method: 'PATCH', json });
    const unnamed = await wrap({ wrappedUserKey });
    expect(unnamed).toMatchObject({ status: 400, body: { error: { path: 'generation' } } });
    expect((await wrap({ name: 'Red key', generation: 1 })).status).toBe(400);
    const stale = await wrap({ wrappedUserKey, generation: 2 });
    expect(stale).toMatchObject({ status: 409, body: error('user-key-renewed') });
    expect((await rowsOf('passkeys', user)).results).toMatchObject([{ wrapped_user_key: null }]);
    expect((await wrap({ wrappedUserKey, generation: 1 })).status).toBe(204);
    const { results } = await rowsOf('passkeys', user);
    expect(results).toMatchObject([{ name: 'Blue key', wrapped_user_key: wrappedUserKey }]);
    expect((await activityOf(user)).slice(0, 2)).toEqual([
      'passkey-unlocking-changed',
      'passkey-added',
    ]);
  });

  test('of another person answers like one that never was', async () => {
    const { passkey } = await addPasskey(await makePerson());
    const other = await makePerson();
    for (const id of [passkey.id, encodeBase64url(randomBytes(16)), 'x']) {
      const path = `/account/passkeys/${id}`;
      const renamed = await askAs(other, path, { method: 'PATCH', json: { name: 'mine' } });
      expect(renamed).toMatchObject({ status: 404, body: error('not-found') });
      const removed = await askSteppedUp(other, path, { method: 'DELETE' });
      expect(removed).toMatchObject({ status: 404, body: error('not-found') });
    }
    expect(await activityOf(other)).toEqual([]);
  });

  test('is refused for another challenge, another account, and a second time', async () => {
    const user = await makePerson();
    const authenticator = await Authenticator.make();
    const json = await passkeyRequest(user, authenticator);
    const other = await makePerson();
    const stolen = await askAs(other, '/account/passkeys', { json });
    expect(stolen).toMatchObject({ status: 403, body: error('challenge-ended') });
    const mixed = { ...json, challenge: (await beginPasskey(user)).challenge };
    const wrong = await askAs(user, '/account/passkeys', { json: mixed });
    expect(wrong).toMatchObject({ status: 403, body: error('wrong-passkey') });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => askAs(user, '/account/passkeys', { json })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
    const twice = await passkeyRequest(user, authenticator);
    const known = await askAs(user, '/account/passkeys', { json: twice });
    expect(known).toMatchObject({ status: 409, body: error('factor-exists') });
  });

  test('never brings the key that its PRF made', async () => {
    const user = await makePerson();
    const { challenge } = await beginPasskey(user);
    const passkey = {
      id: 'AAAA',
      response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
      clientExtensionResults: { prf: { results: { first: 'AAAA' } } },
    };
    const answer = await askAs(user, '/account/passkeys', {
      json: { challenge, passkey, name: 'Blue key' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { path: 'passkey.clientExtensionResults' } },
    });
  });
});

describe('recovery codes', () => {
  test('belong to another factor', async () => {
    const user = await makePerson();
    const answer = await askSteppedUp(user, '/account/recovery-codes', { method: 'POST' });
    expect(answer).toMatchObject({ status: 409, body: error('no-second-factor') });
  });

  test('are kept as hashes, and new ones void those before', async () => {
    const user = await makePerson();
    await addTotp(user);
    const before = await makeCodes(user);
    const codes = await makeCodes(user);
    expect(codes).toHaveLength(10);
    const stored = JSON.stringify((await rowsOf('recovery_codes', user)).results);
    for (const code of codes) expect(stored).not.toContain(code);
    const [old] = before;
    const begun = await askAs(user, '/step-up/options', { method: 'POST' });
    const { challenge } = begun.body as { challenge: string };
    const answer = await askAs(user, '/step-up', { json: { challenge, recoveryCode: old } });
    expect(answer).toMatchObject({ status: 403, body: error('wrong-code') });
  });
});

test('what adds and removes factors asks for a step-up, all of it for a user', async () => {
  const user = await makePerson();
  for (const [method, path] of [
    ['POST', '/account/totp'],
    ['DELETE', '/account/totp'],
    ['POST', '/account/passkeys/options'],
    ['DELETE', '/account/passkeys/x'],
    ['POST', '/account/recovery-codes'],
  ] as const) {
    expect(await askAs(user, path, { method })).toMatchObject({
      status: 403,
      body: error('step-up-required'),
    });
    expect(await askAs(user, path, { method, token: '' })).toMatchObject({ status: 401 });
  }
});
