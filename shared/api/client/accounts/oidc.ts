import type { BeginOidcAnswer, IdentityAnswer } from '../../contract.ts';
import { requestJson } from '../request.ts';
import type { Server } from './sign-in.ts';

/** Where the provider asks who somebody is; `flow` goes back with what it answers. @throws {ApiError} `unavailable` where none is set up */
export function beginOidc(
  { origin, ...options }: Server,
  redirectUri: string,
): Promise<BeginOidcAnswer> {
  const init = { ...options, method: 'POST', json: { redirectUri } } as const;
  return requestJson(origin, '/api/v1/sign-in/oidc', init);
}

/** Turns the address that the provider sent the browser to into an identity, good for 15 minutes. */
export function finishOidc(
  { origin, ...options }: Server,
  flow: string,
  callbackUrl: string,
): Promise<IdentityAnswer> {
  const init = { ...options, method: 'POST', json: { flow, callbackUrl } } as const;
  return requestJson(origin, '/api/v1/sign-in/oidc/callback', init);
}
