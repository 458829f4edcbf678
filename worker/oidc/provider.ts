import * as oauth from 'oauth4webapi';
import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';

/* The issuer of OpenID Connect that the environment names, whichever it is. */

const METADATA_KEPT_MS = 10 * 60_000;
const TIMEOUT_MS = 10_000;

export interface Provider {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly authenticate: oauth.ClientAuth;
  /** For each request to the provider. */
  readonly options: () => RequestLimits;
}

interface RequestLimits {
  readonly signal: AbortSignal;
  readonly [oauth.allowInsecureRequests]: boolean;
}

let known: { issuer: string; at: number; server: oauth.AuthorizationServer } | null = null;

/**
 * The provider and what it says of itself.
 * @throws {ApiError} 404 where the environment names none, 503 where it does not answer
 */
export async function findProvider(env: Env, now: number): Promise<Provider> {
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET } = env;
  if (issuer === '' || clientId === '') throw new ApiError('not-found');
  const options = () => limitsFor(issuer);
  if (known?.issuer !== issuer || now - known.at > METADATA_KEPT_MS) {
    known = { issuer, at: now, server: await discover(issuer) };
  }
  const { server } = known;
  return {
    server,
    client: { client_id: clientId },
    authenticate: chooseAuthentication(server, OIDC_CLIENT_SECRET ?? ''),
    options,
  };
}

/** Host of the issuer, where the environment names one that could be asked. */
export function providerHost({ OIDC_ISSUER = '', OIDC_CLIENT_ID = '' }: Env): string | null {
  return OIDC_CLIENT_ID !== '' && URL.canParse(OIDC_ISSUER) ? new URL(OIDC_ISSUER).host : null;
}

/** The provider failed, rather than the one who signs in. */
export function providerUnavailable(): ApiError {
  return new ApiError('unavailable', { part: 'identity-provider' });
}

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  try {
    const url = new URL(issuer);
    const options = { algorithm: 'oidc', ...limitsFor(issuer) } as const;
    return await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
  } catch {
    throw providerUnavailable();
  }
}

/** Clear text is for a provider on this machine only. */
function limitsFor(issuer: string): RequestLimits {
  const { protocol, hostname } = new URL(issuer);
  const isLoopback = protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return { signal: AbortSignal.timeout(TIMEOUT_MS), [oauth.allowInsecureRequests]: isLoopback };
}

/** HTTP Basic is what every provider has to know (RFC 6749 section 2.3.1), unless it says otherwise. */
function chooseAuthentication(
  { token_endpoint_auth_methods_supported: methods }: oauth.AuthorizationServer,
  secret: string,
): oauth.ClientAuth {
  if (secret === '') return oauth.None();
  const isBasic = methods === undefined || methods.includes('client_secret_basic');
  return isBasic ? oauth.ClientSecretBasic(secret) : oauth.ClientSecretPost(secret);
}
