import { userOf } from '../../../shared/account/account-server.ts';
import { renewKit } from '../../../shared/account/kit.ts';
import { connect } from '../session/connection.ts';
import { readOpenAccount } from './read-account.ts';

/** A new recovery kit in place of the old one. @throws {ApiError} `step-up-required` */
export async function renewKitHere(): Promise<readonly string[]> {
  const { open } = await readOpenAccount();
  return renewKit(userOf(await connect()), open);
}
