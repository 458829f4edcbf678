import type { AccountRole, AccountState } from '../../shared/api/account-limits.ts';
import type { Env } from '../bindings.ts';
import { findSessionAccount } from '../database/accounts/sessions.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppContext } from '../http/app-env.ts';
import { verifyAccessToken } from './access-token.ts';
import { roleOf } from './role.ts';

/** Who asks. Every query for an account's things takes its `accountId` from here. */
export interface User {
  readonly accountId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly state: AccountState;
  /** What the owner calls the device. */
  readonly device: string;
  readonly steppedUpAt: number | null;
}

/**
 * The user whose access token `token` is: one look at the keys and one D1 query, so that an ended session, a
 * suspension and a deletion take effect at once.
 * @throws {ApiError} `unauthorized`, `session-ended`, `account-suspended`
 */
export async function authenticate(env: Env, token: string, now: number): Promise<User> {
  const claims = await verifyAccessToken(env, token, now);
  if (claims === null) throw unauthorized();
  const { accountId, sessionId, steppedUpAt } = claims;
  const found = await findSessionAccount(env.DB, { accountId, sessionId }, now);
  if (found === null) throw new ApiError('session-ended');
  if (found.state === 'suspended') throw new ApiError('account-suspended');
  const { email, state, device } = found;
  return { accountId, sessionId, email, state, device, role: roleOf(env, found), steppedUpAt };
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The access token that the request carries. @throws {ApiError} `unauthorized` where there is none */
export function bearerOf(c: AppContext): string {
  const [, token] = BEARER.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw unauthorized();
  return token;
}

/** The user of a route that the table of permissions keeps for users. */
export function userOf(c: AppContext): User {
  const user = c.get('user');
  if (user === undefined) throw new Error('This route is open to guests.');
  return user;
}

function unauthorized(): ApiError {
  return new ApiError('unauthorized', {}, { 'WWW-Authenticate': 'Bearer' });
}
