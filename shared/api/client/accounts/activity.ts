import type { ActivityAnswer } from '../../contract.ts';
import { retry } from '../retry.ts';
import { requestJsonAsUser, type UserConnection } from './session.ts';

/** The account's log, newest first; `before`: the page that an answer named as `next`. */
export function readActivity(connection: UserConnection, before?: number): Promise<ActivityAnswer> {
  const query = before === undefined ? '' : `?before=${before}`;
  return retry(() => requestJsonAsUser(connection, `/api/v1/account/activity${query}`));
}
