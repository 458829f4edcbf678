import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { findFreePort } from '../../../scripts/serving/free-port.ts';

/* A real issuer of OpenID Connect on this machine, and a browser that signs in there. */

export const CLIENT_ID = 'inkseal-test';
export const CLIENT_SECRET = 'a secret that only both servers know';
export const REDIRECT_URI = 'https://oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org/sign-in';

export interface IdentityProvider {
  readonly issuer: string;
  /** Signs in as `email` and allows everything. @returns where the browser is sent in the end */
  signIn(authorizationUrl: string, email: string): Promise<string>;
  /** Comes back without having signed in. */
  refuse(authorizationUrl: string): Promise<string>;
  stop(): Promise<void>;
}

/** Addresses that begin so are told at the userinfo endpoint only; others are in the ID token, too. */
export const TOLD_LATER = 'told-later';
/** Addresses that begin so are not verified. */
export const UNVERIFIED = 'unverified';

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const port = await findFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [REDIRECT_URI],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['of these tests'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: (use) =>
        use === 'id_token' && id.startsWith(TOLD_LATER)
          ? { sub: id }
          : { sub: id, email: id, email_verified: !id.startsWith(UNVERIFIED) },
    }),
  });
  const server = createServer(provider.callback()).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    signIn: (url, email) => walk(url, email),
    refuse: (url) => walk(url, null),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Follows redirects with cookies, and fills in the two forms of the provider, until it leaves it. */
async function walk(authorizationUrl: string, email: string | null): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: URLSearchParams } = { url: authorizationUrl };
  for (let step = 0; step < 20; step++) {
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { method: 'POST', body: next.form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const page = await answer.text();
    const location = answer.headers.get('location');
    if (location === null) next = fillIn(next.url, page, email);
    else {
      const url = new URL(location, next.url).href;
      if (url.startsWith(REDIRECT_URI)) return url;
      next = { url };
    }
  }
  throw new Error('The provider does not let go.');
}

function fillIn(url: string, page: string, email: string | null) {
  const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
  if (prompt === undefined) throw new Error(`No form: ${page.slice(0, 500)}`);
  if (email === null) return { url: `${url}/abort` };
  const login = prompt === 'login' ? { login: email, password: 'any' } : {};
  return { url, form: new URLSearchParams({ prompt, ...login }) };
}
