import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import type { JwksAnswer } from '../../../shared/api/contract.ts';
import { decodeBase64url } from '../../../shared/crypto/base64url.ts';
import { concat } from '../../../shared/crypto/bytes.ts';
import { verifyAccessToken } from '../../access/access-token.ts';
import { signToken, verifyToken } from '../../access/signed-token.ts';
import type { Env } from '../../bindings.ts';
import worker from '../../index.ts';
import { ask, call } from '../support/call-api.ts';
import { makeAccount, type TestAccount } from '../support/make-account.ts';

let account: TestAccount;

beforeAll(async () => {
  account = await makeAccount();
});

const UNAUTHORIZED = { status: 401, body: { error: { code: 'unauthorized' } } };

function claimsOf({ tokens }: TestAccount) {
  const { accountId: sub, sessionId: sid } = tokens;
  const now = Math.floor(Date.now() / 1000);
  return { iss: 'inkseal', aud: 'inkseal', sub, sid, role: 'user', iat: now, exp: now + 900 };
}

async function ownKey() {
  const [jwk] = JSON.parse(env.TOKEN_KEYS ?? '').keys;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
  return { key, kid: jwk.kid as string, jwk };
}

function askWith(token: string) {
  return ask('/api/v1/account', { token });
}

test('a token that says all of it is taken', async () => {
  const { key, kid } = await ownKey();
  const jwt = new SignJWT(claimsOf(account)).setProtectedHeader({ alg: 'ES256', kid });
  expect((await askWith(await jwt.sign(key))).status).toBe(200);
});

test.each<[string, object]>([
  ['another audience', { aud: 'inkseal/recovery' }],
  ['no audience', { aud: undefined }],
  ['another issuer', { iss: 'someone' }],
  ['an end that is over', { exp: Math.floor(Date.now() / 1000) - 1 }],
  ['no end', { exp: undefined }],
  ['a begin that is to come', { nbf: Math.floor(Date.now() / 1000) + 600 }],
  ['no subject', { sub: undefined }],
  ['no session', { sid: undefined }],
  ['a session that is no text', { sid: ['x'] }],
])('a token with %s is refused', async (_, change) => {
  const { key, kid } = await ownKey();
  const jwt = new SignJWT({ ...claimsOf(account), ...change });
  const token = await jwt.setProtectedHeader({ alg: 'ES256', kid }).sign(key);
  expect(await askWith(token)).toMatchObject(UNAUTHORIZED);
});

test('a token of somebody else’s session is refused', async () => {
  const [one, other] = [account, await makeAccount()];
  const { key, kid } = await ownKey();
  const claims = { ...claimsOf(one), sid: other.tokens.sessionId };
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
  expect(await askWith(token)).toMatchObject({ body: { error: { code: 'session-ended' } } });
});

test('algorithm none, HMAC over the public key, other keys and kids are refused', async () => {
  const claims = claimsOf(account);
  const { key, kid, jwk } = await ownKey();
  const foreign = await generateKeyPair('ES256');
  const sign = (header: { alg: string; kid?: string }, by: CryptoKey | Uint8Array) =>
    new SignJWT(claims).setProtectedHeader(header).sign(by);
  const { keys } = (await ask('/api/v1/jwks')).body as JwksAnswer;
  const point = concat(Uint8Array.of(4), decodeBase64url(jwk.x), decodeBase64url(jwk.y));
  const encoder = new TextEncoder();
  const none = new UnsecuredJWT(claims).encode();
  const [, payload] = none.split('.');
  const noneWithKid = `${btoa(JSON.stringify({ alg: 'none', kid })).replaceAll('=', '')}.${payload}.`;
  const good = await sign({ alg: 'ES256', kid }, key);
  const tokens = [
    none,
    noneWithKid,
    `${noneWithKid}AAAA`,
    await sign({ alg: 'HS256', kid }, encoder.encode(JSON.stringify(keys[0]))),
    await sign({ alg: 'HS256', kid }, point),
    await sign({ alg: 'ES256', kid }, foreign.privateKey),
    await sign({ alg: 'ES256', kid: 'none' }, key),
    await sign({ alg: 'ES256', kid: '__proto__' }, key),
    await sign({ alg: 'ES256' }, key),
    `${good.slice(0, -4)}AAAA`,
    good.split('.').slice(0, 2).join('.'),
    `${good}.`,
    `.${good}`,
  ];
  for (const token of tokens) expect(await askWith(token)).toMatchObject(UNAUTHORIZED);
  expect(await askWith('')).toMatchObject(UNAUTHORIZED);
  expect((await askWith(good)).status).toBe(200);
});

test('tokens of one purpose are not good for another', async () => {
  const token = { subject: account.id, now: Date.now(), lifetimeSeconds: 60 };
  const recovery = await signToken(env, { ...token, audience: 'inkseal/recovery' });
  expect(await verifyToken(env, 'inkseal/recovery', recovery, Date.now())).not.toBeNull();
  expect(await verifyToken(env, 'inkseal', recovery, Date.now())).toBeNull();
});

test('after a rotation the newest key signs and the old ones still verify', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const newest = { ...(await exportJWK(privateKey)), kid: 'newest' };
  const { keys } = JSON.parse(env.TOKEN_KEYS ?? '');
  const [{ d: _, ...publicOnly }] = keys;
  const rotated = {
    ...env,
    TOKEN_KEYS: JSON.stringify({ keys: [newest, publicOnly] }),
  } as Env;
  const now = Date.now();
  const claims = {
    subject: account.id,
    now,
    lifetimeSeconds: 60,
    claims: { sid: 's', role: 'user' },
  };
  const token = await signToken(rotated, { ...claims, audience: 'inkseal' });
  expect(JSON.parse(atob(token.split('.')[0] ?? ''))).toEqual({ alg: 'ES256', kid: 'newest' });
  expect(await verifyAccessToken(rotated, token, now)).not.toBeNull();
  expect(await verifyAccessToken(rotated, account.tokens.accessToken, now)).not.toBeNull();
  expect(await verifyAccessToken(env as Env, token, now)).toBeNull();
});

test('the published keys hold nothing private, at both addresses', async () => {
  const [one, two] = [await ask('/api/v1/jwks'), await ask('/.well-known/jwks.json')];
  expect(two.body).toEqual(one.body);
  const { keys } = one.body as JwksAnswer;
  for (const key of keys) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  }
});

test('without usable keys the routes of accounts name the part', async () => {
  for (const TOKEN_KEYS of [undefined, '{}', '{"keys":[]}']) {
    const headers = { authorization: `Bearer ${account.tokens.accessToken}` };
    const request = new Request('https://inkseal.test/api/v1/account', { headers });
    const bindings = { ...env, TOKEN_KEYS } as Env;
    const answer = await worker.fetch(request, bindings, createExecutionContext());
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { part: 'token-keys' } });
  }
  expect((await call('/api/v1/jwks')).status).toBe(200);
});
