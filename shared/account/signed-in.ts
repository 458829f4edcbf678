import type { SymmetricKey } from '../crypto/brand.ts';
import type { AccountClient, StoredAccount, Tokens, UserClient } from './account-client.ts';
import { AccountError } from './account-error.ts';
import type { DeviceMemory } from './device-memory.ts';
import { orOlder } from './older-state.ts';
import { acceptAccount, type OpenAccount, openAccount } from './open-account.ts';

/** Signed in, and opened. */
export interface SignedIn {
  readonly tokens: Tokens;
  readonly user: UserClient;
  readonly account: OpenAccount;
}

/**
 * Reads the account that the tokens are for, and opens it with the key that `findUserKey` finds.
 * @throws {OlderStateError<SignedIn>} where this device saw more of it
 */
export async function enter(
  client: AccountClient,
  tokens: Tokens,
  findUserKey: (stored: StoredAccount) => Promise<SymmetricKey>,
  memory: DeviceMemory,
): Promise<SignedIn> {
  const user = client.as(tokens);
  const stored = await user.readAccount();
  if (stored.id !== tokens.accountId) throw new AccountError('account-swapped');
  const userKey = await findUserKey(stored);
  return orOlder(
    stored.id,
    async () => ({ tokens, user, account: await openAccount(stored, userKey, memory) }),
    async () => {
      const account = await acceptAccount(stored, userKey, memory);
      return { tokens, user, account: { ...account, stored } };
    },
  );
}
