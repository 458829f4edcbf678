import type { SymmetricKey } from '../crypto/brand.ts';
import type { AccountClient, StoredAccount, Tokens, UserClient } from './account-client.ts';
import { AccountError } from './account-error.ts';
import type { DeviceMemory } from './device-memory.ts';
import { type OpenAccount, openAccount } from './open-account.ts';

/** Signed in, and opened. */
export interface SignedIn {
  readonly tokens: Tokens;
  readonly user: UserClient;
  readonly account: OpenAccount;
}

/** Reads the account that the tokens are for, and opens it with the key that `findUserKey` finds. */
export async function enter(
  client: AccountClient,
  tokens: Tokens,
  findUserKey: (stored: StoredAccount) => Promise<SymmetricKey>,
  memory: DeviceMemory,
): Promise<SignedIn> {
  const user = client.as(tokens);
  const stored = await user.readAccount();
  if (stored.id !== tokens.accountId) throw new AccountError('account-swapped');
  const account = await openAccount(stored, await findUserKey(stored), memory);
  return { tokens, user, account };
}
