import type {
  BeginOidcAnswer,
  IdentitiesAnswer,
  IdentityAnswer,
  LinkedIdentity,
} from '../../contract.ts';
import { requestJson } from '../request.ts';
import { retry } from '../retry.ts';
import { requestAsUser, requestJsonAsUser, type UserConnection } from './session.ts';
import type { Server } from './sign-in.ts';

const IDENTITIES = '/api/v1/account/identities';

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

/** Every identity that is linked with the account. */
export async function readIdentities(
  connection: UserConnection,
): Promise<readonly LinkedIdentity[]> {
  const read = () => requestJsonAsUser<IdentitiesAnswer>(connection, IDENTITIES);
  return (await retry(read)).identities;
}

/** Links what `finishOidc` gave. @throws {ApiError} `step-up-required`, `identity-refused`, `identity-taken` */
export async function linkIdentity(connection: UserConnection, identity: string): Promise<void> {
  await requestAsUser(connection, IDENTITIES, { method: 'POST', json: { identity } });
}

/** @throws {ApiError} `step-up-required`, `not-found` */
export async function unlinkIdentity(connection: UserConnection, id: string): Promise<void> {
  await requestAsUser(connection, `${IDENTITIES}/${id}`, { method: 'DELETE' });
}
