import type { UserConnection } from '../../../shared/api/client/accounts/session.ts';
import { ApiError } from '../../../shared/api/client/api-error.ts';
import { readStanding } from './account-record.ts';
import { SESSION_STORE } from './session-store.ts';

/**
 * The account that this profile is signed in to, at its server.
 * @throws {ApiError} `session-ended` where it is signed in to none
 */
export async function connect(): Promise<UserConnection> {
  const standing = await readStanding();
  if (standing && !standing.hasEnded) return { origin: standing.origin, session: SESSION_STORE };
  throw new ApiError(401, { code: 'session-ended', message: 'Nobody is signed in.' });
}
