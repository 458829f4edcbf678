import type { WrappedItemKey } from '../../../shared/account/account-client.ts';
import {
  requestJsonAsUser,
  type UserConnection,
} from '../../../shared/api/client/accounts/session.ts';
import type { KeysAnswer } from '../../../shared/api/contract.ts';

/** The wrapped data keys of all versions of all items. @throws {ApiError | UnreachableError} */
export async function readItemKeys(connection: UserConnection): Promise<readonly WrappedItemKey[]> {
  const keys: WrappedItemKey[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
    const page: KeysAnswer = await requestJsonAsUser(connection, `/api/v1/library/keys${query}`);
    keys.push(...page.keys);
    after = page.after;
  }
  return keys;
}
