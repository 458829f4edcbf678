import { userOf } from '../../access/user.ts';
import type { Vault } from '../../durable-objects/vault/vault.ts';
import type { AppContext } from '../../http/app-env.ts';

/** Whose library it is that was asked for: always that of who asks. */
export function accountOf(c: AppContext): string {
  return userOf(c).accountId;
}

export function vaultOf(c: AppContext): DurableObjectStub<Vault> {
  return c.env.VAULTS.getByName(accountOf(c));
}
