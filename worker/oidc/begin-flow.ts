import * as oauth from 'oauth4webapi';
import type { BeginOidcAnswer } from '../../shared/api/contract.ts';
import type { Env } from '../bindings.ts';
import { invalidRequest } from '../http/api-error.ts';
import { findProvider, providerUnavailable } from './provider.ts';
import { type Expiring, sealJson } from './sealed-json.ts';

const FLOW_MS = 10 * 60_000;
const SCOPE = 'openid email';

/** What has to come back, known to nobody but this server until then. */
export interface Flow extends Expiring {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  readonly redirectUri: string;
}

export const FLOW_PURPOSE = 'oidc-flow';

/**
 * Where to send the browser, and the sealed flow that belongs to it.
 * @throws {ApiError} `invalid-request` for a redirect that is no extension's of ours
 */
export async function beginFlow(
  env: Env,
  redirectUri: string,
  now: number,
): Promise<BeginOidcAnswer> {
  if (!isOwnRedirect(env, redirectUri)) throw invalidRequest('redirectUri');
  const { server, client } = await findProvider(env, now);
  if (server.authorization_endpoint === undefined) throw providerUnavailable();
  const flow: Flow = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    redirectUri,
    expiresAt: now + FLOW_MS,
  };
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPE,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { authorizationUrl: url.href, flow: await sealJson(env, FLOW_PURPOSE, flow) };
}

/** Where `identity.launchWebAuthFlow` of an extension that the environment names takes answers. */
function isOwnRedirect({ EXTENSION_IDS = '' }: Env, redirectUri: string): boolean {
  const { protocol, host, username, password } = new URL(redirectUri);
  const ids = EXTENSION_IDS.split(',').map((id) => id.trim());
  const isOwn = ids.some((id) => id !== '' && host === `${id}.chromiumapp.org`);
  return protocol === 'https:' && isOwn && username === '' && password === '';
}
