import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSecrets, SECRET_NAMES } from '../../scripts/secrets/make-secrets.ts';
import type {
  BeginOidcAnswer,
  ErrorAnswer,
  IdentityAnswer,
  SignUpRequest,
  TokensAnswer,
} from '../../shared/api/contract.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type IdentityProvider,
  REDIRECT_URI,
  startIdentityProvider,
  TOLD_LATER,
  UNVERIFIED,
} from './support/identity-provider.ts';
import { post } from './support/requests.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const secrets = await makeSecrets(SECRET_NAMES);

function serve(oidc: Record<string, string>): Promise<TestServer> {
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'no-reply@inkseal.test' };
  return startTestServer({
    configure: (worker) => ({
      ...worker,
      bindings: { ...worker.bindings, ...secrets, ...mail, ...oidc },
    }),
  });
}

function clientOf(issuer: string) {
  return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET };
}

let provider: IdentityProvider;
let server: TestServer;

async function ask<Answer>(path: string, json: unknown, at = server) {
  const answer = await post(`${at.url}/api/v1${path}`, json);
  return { status: answer.status, body: (await answer.json()) as Answer & ErrorAnswer };
}

async function begin(): Promise<BeginOidcAnswer> {
  const { status, body } = await ask<BeginOidcAnswer>('/sign-in/oidc', {
    redirectUri: REDIRECT_URI,
  });
  expect(status).toBe(200);
  return body;
}

function finish(flow: string, callbackUrl: string) {
  return ask<IdentityAnswer>('/sign-in/oidc/callback', { flow, callbackUrl });
}

async function prove(email: string) {
  const { authorizationUrl, flow } = await begin();
  return finish(flow, await provider.signIn(authorizationUrl, email));
}

function fresh(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

function newAccount(): SignUpRequest['account'] {
  const key = (use: 'encryption' | 'signing') => ({
    id: fresh(16),
    use,
    publicKey: createECDH('secp384r1').generateKeys('base64url'),
    sealedPrivateKey: fresh(200),
  });
  return {
    id: fresh(16),
    kdf: { salt: fresh(16), iterations: 600_000 },
    auth: fresh(32),
    wrappedUserKey: fresh(111),
    recovery: { auth: fresh(32), wrappedUserKey: fresh(111) },
    keys: [key('encryption'), key('signing')],
    manifest: fresh(4175),
    manifestCounter: 1,
    generation: 1,
  };
}

const REFUSED = { status: 403, body: { error: { code: 'identity-refused' } } };

beforeAll(async () => {
  provider = await startIdentityProvider();
  server = await serve(clientOf(provider.issuer));
});
afterAll(() => server.stop());

describe('an issuer', () => {
  test('proves an address, with which one signs up and in, by the vault password', async () => {
    const email = 'Grace@Example.org';
    const { status, body } = await prove(email);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { email: 'grace@example.org', known: false },
    });
    expect(body.identity).not.toContain('grace');
    const account = newAccount();
    const device = { id: fresh(16), name: 'Laptop' };
    const signedUp = await ask<TokensAnswer>('/accounts', {
      identity: body.identity,
      account,
      device,
    });
    expect(signedUp).toMatchObject({ status: 201, body: { accountId: account.id } });
    const again = await prove(email);
    expect(again.body.known).toBe(true);
    const { identity } = again.body;
    const parameters = await ask('/sign-in/parameters', { identity });
    expect(parameters.body).toEqual(account.kdf);
    const right = await ask('/sign-in', { identity, auth: account.auth, device });
    expect(right).toMatchObject({ status: 200, body: { accountId: account.id } });
    const wrong = await ask('/sign-in', { identity, auth: fresh(32), device });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong-credentials' } } });
  });

  test('is asked with PKCE, state and nonce, of which the client sees no secret', async () => {
    const { authorizationUrl, flow } = await begin();
    const { searchParams, origin } = new URL(authorizationUrl);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      scope: 'openid email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [, sealed = ''] = flow.split('.');
    const text = Buffer.from(sealed, 'base64url').toString('latin1');
    for (const name of ['state', 'nonce']) {
      expect(text).not.toContain(searchParams.get(name));
    }
  });

  test.each(['state', 'nonce', 'code_challenge'])(
    '%s that was changed on the way',
    async (name) => {
      const { authorizationUrl, flow } = await begin();
      const url = new URL(authorizationUrl);
      url.searchParams.set(name, fresh(32));
      const callback = await provider.signIn(url.href, 'ada@example.org');
      expect(await finish(flow, callback)).toMatchObject(REFUSED);
    },
  );

  test('a code is good once, and only in the flow that it belongs to', async () => {
    const first = await begin();
    const second = await begin();
    const callback = await provider.signIn(first.authorizationUrl, 'ada@example.org');
    expect(await finish(second.flow, callback)).toMatchObject(REFUSED);
    expect(await finish(first.flow, callback)).toMatchObject({ status: 200 });
    expect(await finish(first.flow, callback)).toMatchObject(REFUSED);
  });

  test('who refuses at the provider is refused here', async () => {
    const { authorizationUrl, flow } = await begin();
    expect(await finish(flow, await provider.refuse(authorizationUrl))).toMatchObject(REFUSED);
  });

  test('a flow or an identity that this server did not seal for that is none', async () => {
    const { flow, authorizationUrl } = await begin();
    const callback = await provider.signIn(authorizationUrl, 'ada@example.org');
    const { body } = await finish(flow, callback);
    const changed = `${flow.slice(0, -2)}${flow.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const other of [changed, body.identity, 'x', fresh(100)]) {
      expect(await finish(other, callback)).toMatchObject(REFUSED);
    }
    for (const identity of [flow, `${body.identity}A`, 'x']) {
      expect(await ask('/sign-in/parameters', { identity })).toMatchObject(REFUSED);
    }
  });

  test('an address that the issuer did not verify proves nothing', async () => {
    expect(await prove(`${UNVERIFIED}@example.org`)).toMatchObject({
      status: 403,
      body: { error: { code: 'email-not-verified' } },
    });
  });

  test('may tell the address only when it is asked for it', async () => {
    const email = `${TOLD_LATER}@example.org`;
    expect(await prove(email)).toMatchObject({ status: 200, body: { email, known: false } });
  });

  test('answers go to the extension only', async () => {
    for (const redirectUri of [
      'https://evil.example/sign-in',
      'https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.chromiumapp.org/',
      'http://oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org/',
      'https://oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org.evil.example/',
      'https://a@oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org/',
      'not a url',
    ]) {
      expect(await ask('/sign-in/oidc', { redirectUri })).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid-request', path: 'redirectUri' } },
      });
    }
  });
});

describe('identities of an account', () => {
  const device = () => ({ id: fresh(16), name: 'Laptop' });
  /** A request of a user; the status, and the body where there is one. */
  async function askAs(token: string, method: string, path: string, json?: object) {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(json && { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  }
  async function steppedUp(token: string, { auth }: SignUpRequest['account']): Promise<string> {
    return (await askAs(token, 'POST', '/step-up', { auth })).body.accessToken;
  }
  async function identityOf(email: string): Promise<string> {
    return (await prove(email)).body.identity;
  }
  async function signUp(email: string) {
    const account = newAccount();
    const sent = { identity: await identityOf(email), account, device: device() };
    const { body } = await ask<TokensAnswer>('/accounts', sent);
    return { account, token: body.accessToken };
  }
  const kindsOf = async (token: string): Promise<string[]> => {
    const { body } = await askAs(token, 'GET', '/account/activity');
    return body.activity.map(({ kind }: { kind: string }) => kind);
  };

  test('are linked and unlinked by who steps up; each finds the account, none opens it', async () => {
    const { account, token } = await signUp('first@example.org');
    const path = '/account/identities';
    const identity = await identityOf('second@example.org');
    expect(await askAs(token, 'POST', path, { identity })).toMatchObject({
      status: 403,
      body: { error: { code: 'step-up-required' } },
    });
    const strong = await steppedUp(token, account);
    expect(await askAs(strong, 'POST', path, { identity })).toEqual({ status: 204, body: null });
    expect((await askAs(strong, 'POST', path, { identity })).status).toBe(204);
    const { body } = await askAs(token, 'GET', path);
    const { issuer } = provider;
    const id = expect.stringMatching(/^[\w-]{22}$/);
    expect(body).toEqual({
      identities: [
        { id, issuer, email: 'first@example.org' },
        { id, issuer, email: 'second@example.org' },
      ],
    });

    const proof = { identity: await identityOf('second@example.org'), device: device() };
    const entered = await ask<TokensAnswer>('/sign-in', { ...proof, auth: account.auth });
    expect(entered).toMatchObject({ status: 200, body: { accountId: account.id } });
    const refused = await ask('/sign-in', { ...proof, auth: fresh(32) });
    expect(refused.status).toBe(401);

    const second = `${path}/${body.identities[1].id}`;
    expect((await askAs(token, 'DELETE', second)).body.error.code).toBe('step-up-required');
    expect((await askAs(strong, 'DELETE', second)).status).toBe(204);
    expect((await askAs(strong, 'DELETE', second)).status).toBe(404);
    expect((await prove('second@example.org')).body.known).toBe(false);
    const log = await kindsOf(token);
    expect(log.filter((kind) => kind.startsWith('identity'))).toEqual([
      'identity-unlinked',
      'identity-linked',
    ]);
  });

  test('of somebody else are not to be had, nor to be learned of', async () => {
    const one = await signUp('one@example.org');
    const other = await signUp('other@example.org');
    const strong = await steppedUp(other.token, other.account);
    const identity = await identityOf('one@example.org');
    expect(await askAs(strong, 'POST', '/account/identities', { identity })).toMatchObject({
      status: 409,
      body: { error: { code: 'identity-taken' } },
    });
    const { body } = await askAs(one.token, 'GET', '/account/identities');
    const path = `/account/identities/${body.identities[0].id}`;
    const unknown = await askAs(strong, 'DELETE', `/account/identities/${fresh(16)}`);
    expect(await askAs(strong, 'DELETE', path)).toEqual(unknown);
    expect(unknown.status).toBe(404);
  });

  test('are linked at sign-in by an address that was proved, once, and the log says so', async () => {
    const { account, token } = await signUp('moving@example.org');
    const { body } = await askAs(token, 'GET', '/account/identities');
    const strong = await steppedUp(token, account);
    await askAs(strong, 'DELETE', `/account/identities/${body.identities[0].id}`);
    for (const _ of [1, 2]) {
      const identity = await identityOf('moving@example.org');
      await ask('/sign-in', { identity, auth: account.auth, device: device() });
    }
    const linked = (await kindsOf(token)).filter((kind) => kind === 'identity-linked');
    expect(linked).toHaveLength(1);
  });
});

test('nothing of it all is logged, nor an issuer that is away taken for a refusal', async () => {
  const { authorizationUrl, flow } = await begin();
  const callback = await provider.signIn(authorizationUrl, 'ada@example.org');
  await provider.stop();
  expect(await finish(flow, callback)).toMatchObject({
    status: 503,
    body: { error: { code: 'unavailable', part: 'identity-provider' } },
  });
  const log = server.log.join('\n');
  expect(log).toContain('/api/v1/sign-in/oidc/callback');
  for (const secret of ['@example', '%40example', CLIENT_SECRET, flow, 'code=']) {
    expect(log).not.toContain(secret);
  }
});
