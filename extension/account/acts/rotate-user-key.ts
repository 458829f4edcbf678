import { userOf } from '../../../shared/account/account-server.ts';
import { rotateUserKey } from '../../../shared/account/rotate-user-key.ts';
import { readKeys } from '../../../shared/api/client/library/read-library.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { connect } from '../session/connection.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { openLibraryTransport } from '../session/library-transport.ts';
import { keepUserKey } from '../session/open-keys.ts';
import { keepStoredAccount } from '../session/stored-account.ts';
import { readOpenAccount } from './read-account.ts';

/**
 * Gives the account a new user key. Passkeys go on as second factors; those whose secrets are given go on unlocking, too.
 * @param secrets what `readPasskeySecret` gave, by the passkeys' ids
 * @returns the new recovery kit
 * @throws {AccountError} `wrong-password`; {ApiError | UnreachableError}
 */
export async function rotateUserKeyHere(
  password: string,
  secrets: ReadonlyMap<string, Bytes>,
): Promise<readonly string[]> {
  const { open } = await readOpenAccount();
  const connection = await connect();
  const transport = await openLibraryTransport();
  const passkeys = [...secrets].map(([id, prf]) => ({ id, prf }));
  const request = { password, passkeys, listItemKeys: () => readKeys(transport) };
  const { account, kit } = await rotateUserKey(userOf(connection), open, request, DEVICE_MEMORY);
  await keepStoredAccount(account.stored);
  await keepUserKey(account);
  return kit;
}
