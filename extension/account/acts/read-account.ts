import { AccountError } from '../../../shared/account/account-error.ts';
import { type OpenAccount, openAccount } from '../../../shared/account/open-account.ts';
import { readAccount as request } from '../../../shared/api/client/accounts/account.ts';
import type { AccountAnswer } from '../../../shared/api/contract.ts';
import { connect } from '../session/connection.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { LockedError } from '../session/locked-error.ts';
import { lockAccount, readUserKey } from '../session/open-keys.ts';
import { keepStoredAccount } from '../session/stored-account.ts';

/**
 * The account as its server shows it, checked against its manifest and what this device saw.
 * @throws {ApiError | UnreachableError | AccountError}
 */
export async function readAccount(): Promise<AccountAnswer> {
  return (await readOpenAccount()).answer;
}

export interface ReadAccount {
  readonly answer: AccountAnswer;
  readonly open: OpenAccount;
}

/** The same, opened. Where the key was renewed elsewhere, what is here locks, and opens again with the password. */
export async function readOpenAccount(): Promise<ReadAccount> {
  const connection = await connect();
  const session = await connection.session.read();
  const answer = await request(connection);
  if (answer.id !== session?.accountId) throw new AccountError('account-swapped');
  const key = await readUserKey();
  if (!key) throw new LockedError();
  if (answer.generation > key.generation) {
    await keepStoredAccount(answer);
    await lockAccount('key-renewed');
    throw new AccountError('key-rotated');
  }
  const open = await openAccount(answer, key.userKey, DEVICE_MEMORY);
  await keepStoredAccount(answer);
  return { answer, open };
}
