import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { TokensAnswer } from '../../../shared/api/contract.ts';
import { PERMISSIONS, type Permission } from '../../access/permissions.ts';
import { app } from '../../app.ts';
import { ask } from '../support/call-api.ts';
import {
  askAs,
  freshEmail,
  freshId,
  makeAccount,
  random,
  signedIn,
  stepUp,
  type TestAccount,
} from '../support/make-account.ts';

/** What Hono registers beside handlers: middleware of every method. */
const ROUTES = [
  ...new Set(
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
].sort();

const GUARDED = Object.entries(PERMISSIONS).filter(([, permission]) => permission !== 'guest');
const ADMINS = routesFor((permission) => permission.endsWith('admin'));
const STEPPED_UP = routesFor((permission) => permission === 'stepped-up');
const WITH_IDS = routesFor((permission) => !permission.endsWith('admin')).filter((route) =>
  route.includes(':'),
);

function routesFor(wanted: (permission: Permission) => boolean): string[] {
  return GUARDED.filter(([, permission]) => wanted(permission)).map(([route]) => route);
}

/** Bodies that are well-formed, so that what is refused is refused for the id. */
const BODIES: Readonly<Record<string, unknown>> = {
  'PATCH /api/v1/sessions/:id': { name: 'Another name' },
  'PATCH /api/v1/account/passkeys/:id': { name: 'Another name' },
  'POST /api/v1/admin/reports/:id/close': { reason: 'none' },
  'POST /api/v1/admin/shares/:id/take-down': { reason: 'none' },
  'POST /api/v1/admin/accounts/:id/suspend': { reason: 'none' },
  'POST /api/v1/admin/accounts/:id/restore': { reason: 'none' },
  'POST /api/v1/admin/accounts/:id/role': { role: 'user', reason: 'none' },
};

let mine: TestAccount;
let foreign: TestAccount;
let foreignIds: readonly string[];
let steppedUp: TokensAnswer;

beforeAll(async () => {
  [mine, foreign] = [await makeAccount(), await makeAccount()];
  const second = await signedIn(foreign);
  steppedUp = await stepUp(mine.tokens);
  const [item, passkey] = [freshId(), freshId()];
  await env.DB.batch([
    env.DB.prepare(
      'insert into library_items (account_id, id, version, sequence, updated_at) values (?, ?, 1, 1, 1)',
    ).bind(foreign.id, item),
    env.DB.prepare(
      `insert into library_versions (account_id, item_id, version, size, wrapped_key, blob, created_at)
        values (?, ?, 1, 1, 'w', 'b', 1)`,
    ).bind(foreign.id, item),
    env.DB.prepare(
      `insert into passkeys (id, account_id, credential_id, name, public_key, counter, transports, origin, created_at)
        values (?, ?, ?, 'n', 'k', 0, '[]', 'o', 1)`,
    ).bind(passkey, foreign.id, random(16)),
  ]);
  const keys = foreign.request.keys.map(({ id }) => id);
  const sessions = [foreign.tokens.sessionId, second.sessionId];
  foreignIds = [foreign.id, foreign.device.id, ...sessions, ...keys, item, passkey];
});

function fill(path: string, id: string): string {
  return path.replace(/:[a-z]+\{?[^/]*/i, id).replaceAll(/:[a-zA-Z]+(?:\{[^/]*\})?/g, '1');
}

function request(route: string, id: string, tokens?: Pick<TokensAnswer, 'accessToken'>) {
  const [method = '', path = ''] = route.split(' ');
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
  const options = { method, ...(hasBody && { json: BODIES[route] ?? {} }) };
  return tokens ? askAs(tokens, fill(path, id), options) : ask(fill(path, id), options);
}

test('every registered route is in the table, and nothing else', () => {
  expect(ROUTES).toEqual(Object.keys(PERMISSIONS).sort());
});

test.each(GUARDED)('%s (%s) refuses guests, whatever they carry', async (route) => {
  const share = { accessToken: random(32) };
  const forged = { accessToken: `${random(20)}.${random(20)}.${random(64)}` };
  for (const tokens of [undefined, share, forged, { accessToken: '' }]) {
    const { status, body, headers } = await request(route, freshId(), tokens);
    expect({ status, body }).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthorized' } },
    });
    expect(headers.get('www-authenticate')).toBe('Bearer');
  }
});

test.each(ADMINS)('%s refuses users, stepped up or not', async (route) => {
  for (const tokens of [mine.tokens, steppedUp]) {
    for (const id of [foreign.id, freshId()]) {
      expect(await request(route, id, tokens)).toMatchObject({
        status: 403,
        body: { error: { code: 'forbidden' } },
      });
    }
  }
});

test.each(STEPPED_UP)('%s refuses who did not step up', async (route) => {
  expect(await request(route, freshId(), mine.tokens)).toMatchObject({
    status: 403,
    body: { error: { code: 'step-up-required' } },
  });
});

test.each(WITH_IDS)(
  '%s answers for every id of somebody else as for one that nobody has',
  async (route) => {
    const unknown = await request(route, freshId(), steppedUp);
    expect(unknown.body === null || unknown.status >= 400).toBe(true);
    for (const id of foreignIds) {
      const { status, body } = await request(route, id, steppedUp);
      expect({ id, status, body }).toEqual({ id, status: unknown.status, body: unknown.body });
    }
  },
);

test('after all of that, nothing of the other account has changed', async () => {
  expect(await askAs(foreign.tokens, '/api/v1/account')).toMatchObject({
    status: 200,
    body: { email: foreign.email, state: 'active' },
  });
  const { body } = await askAs(foreign.tokens, '/api/v1/sessions');
  expect((body as { sessions: unknown[] }).sessions.length).toBe(2);
});

test('a role in a token counts for nothing: the account’s own does', async () => {
  const admin = GUARDED.find(([, permission]) => permission.endsWith('admin'));
  const account = await makeAccount(freshEmail());
  expect(await askAs(account.tokens, '/api/v1/account')).toMatchObject({ body: { role: 'user' } });
  if (admin === undefined) return;
  const { signAccessToken } = await import('../../access/access-token.ts');
  const { accountId, sessionId } = account.tokens;
  const claims = { accountId, sessionId, role: 'admin', steppedUpAt: Date.now() };
  const forged = await signAccessToken(env, claims, Date.now());
  expect(await request(admin[0], freshId(), forged)).toMatchObject({ status: 403 });
});
