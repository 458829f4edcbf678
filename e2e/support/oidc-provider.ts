import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface OidcProvider {
  /** What the environment of the server says to use it. */
  readonly bindings: Readonly<
    Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET', string>
  >;
  stop(): Promise<void>;
}

const CLIENT = { OIDC_CLIENT_ID: 'inkseal', OIDC_CLIENT_SECRET: 'a secret of tests' };
const PAGE =
  '<!doctype html><title>Provider</title><form method="post"><button>Sign in</button></form>';

/**
 * A real OpenID Connect provider on loopback, at which a button signs the person with `email` in.
 *
 * @param redirectUri where it may send browsers back to
 */
export async function startOidcProvider(email: string, redirectUri: string): Promise<OidcProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationFor(email, redirectUri));
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    if (request.method !== 'POST') return void response.end(PAGE);
    void provider.interactionFinished(request, response, { login: { accountId: email } });
  });
  return {
    bindings: { OIDC_ISSUER: issuer, ...CLIENT },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser would hold on to its own for a minute.
        server.closeAllConnections();
      }),
  };
}

function configurationFor(email: string, redirectUri: string): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: [redirectUri],
      },
    ],
    cookies: { keys: ['of tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email, email_verified: true }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Who signs in agrees.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({
        clientId: client?.clientId,
        accountId: session?.accountId,
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}
