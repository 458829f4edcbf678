import { userOf } from '../../../shared/account/account-server.ts';
import { changePassword } from '../../../shared/account/change-password.ts';
import { connect } from '../session/connection.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { keepStoredAccount } from '../session/stored-account.ts';
import { readOpenAccount } from './read-account.ts';

/** @throws {AccountError} `wrong-password`; {ApiError | UnreachableError} */
export async function changePasswordHere(oldPassword: string, newPassword: string): Promise<void> {
  const { open } = await readOpenAccount();
  const user = userOf(await connect());
  const changed = await changePassword(user, open, { oldPassword, newPassword }, DEVICE_MEMORY);
  await keepStoredAccount(changed.stored);
}
