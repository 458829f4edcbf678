import type { StoredAccount } from '../../../shared/account/account-client.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { readSecret, writeSecret } from './account-secrets.ts';

/* What the server keeps of the account, as it was seen last: unlocking needs no network then. */

export async function keepStoredAccount(stored: StoredAccount): Promise<void> {
  await writeSecret('stored-account', utf8(JSON.stringify(stored)));
}

export async function readStoredAccount(): Promise<StoredAccount | undefined> {
  const bytes = await readSecret('stored-account');
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}
