import * as oauth from 'oauth4webapi';
import { EMAIL_MAX_CHARACTERS } from '../../shared/api/account-limits.ts';
import type { Env } from '../bindings.ts';
import type { Identity } from '../database/accounts/identities.ts';
import { ApiError } from '../http/api-error.ts';
import { FLOW_PURPOSE, type Flow } from './begin-flow.ts';
import { findProvider, type Provider, providerUnavailable } from './provider.ts';
import { openJson } from './sealed-json.ts';

/**
 * Who the provider says that somebody is: OpenID Connect Core 1.0, authorization code flow with PKCE.
 * @param callbackUrl where the provider sent the browser
 * @throws {ApiError} `identity-refused` for a flow that is not ours or over, another state, and whatever the
 * provider refuses; `email-not-verified`; `unavailable` where the provider fails
 */
export async function finishFlow(
  env: Env,
  given: { readonly flow: string; readonly callbackUrl: string },
  now: number,
): Promise<Identity> {
  const flow = await openJson<Flow>(env, FLOW_PURPOSE, given.flow, now);
  if (flow === null) throw refused();
  const provider = await findProvider(env, now);
  const { claims, accessToken } = await exchangeCode(provider, flow, new URL(given.callbackUrl));
  const { email, verified } = await readEmail(provider, claims, accessToken);
  if (!verified) throw new ApiError('email-not-verified');
  return { issuer: claims.iss, subject: claims.sub, email };
}

async function exchangeCode(provider: Provider, flow: Flow, callback: URL) {
  const { server, client, authenticate, options } = provider;
  return refuseWhatFails(async () => {
    const parameters = oauth.validateAuthResponse(server, client, callback, flow.state);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authenticate,
      parameters,
      flow.redirectUri,
      flow.verifier,
      options(),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      expectedNonce: flow.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, answer, options());
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (claims === undefined) throw refused();
    return { claims, accessToken: tokens.access_token };
  });
}

/** The address is in the ID token, or the provider tells it when asked. */
async function readEmail(provider: Provider, claims: oauth.IDToken, accessToken: string) {
  const { server, client, options } = provider;
  const told =
    claims.email !== undefined || server.userinfo_endpoint === undefined
      ? claims
      : await refuseWhatFails(async () => {
          const answer = await oauth.userInfoRequest(server, client, accessToken, options());
          return oauth.processUserInfoResponse(server, client, claims.sub, answer);
        });
  const email = typeof told.email === 'string' ? told.email.trim().toLowerCase() : '';
  const verified = told.email_verified === true && email !== '';
  return { email, verified: verified && email.length <= EMAIL_MAX_CHARACTERS };
}

/** Errors of the provider's answers refuse the identity; no answer, or none for this server, is another failure. */
async function refuseWhatFails<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    const isAnswered =
      error instanceof oauth.OperationProcessingError ||
      error instanceof oauth.AuthorizationResponseError ||
      (error instanceof oauth.ResponseBodyError && error.error !== 'invalid_client') ||
      error instanceof ApiError;
    throw isAnswered ? refused() : providerUnavailable();
  }
}

function refused(): ApiError {
  return new ApiError('identity-refused');
}
