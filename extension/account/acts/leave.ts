import { leave, stay } from '../../../shared/api/client/accounts/account.ts';
import { connect } from '../session/connection.ts';

/** Plans the deletion of the account. @throws {ApiError} `step-up-required` */
export async function deleteAccount(): Promise<void> {
  await leave(await connect());
}

/** Takes the plan back. @throws {ApiError | UnreachableError} */
export async function restoreAccount(): Promise<void> {
  await stay(await connect());
}
