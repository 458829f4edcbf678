import { readActivity } from '../../../shared/api/client/accounts/activity.ts';
import type { ActivityAnswer } from '../../../shared/api/contract.ts';
import { connect } from '../session/connection.ts';

/** A page of the account's log. @throws {ApiError | UnreachableError} */
export async function listActivity(before: number | undefined): Promise<ActivityAnswer> {
  return readActivity(await connect(), before);
}
