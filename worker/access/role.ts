import type { AccountRole } from '../../shared/api/account-limits.ts';
import type { Env } from '../bindings.ts';

/** The role that an account has now: whoever confirmed the address in `ADMIN_EMAIL` is an admin, always. */
export function roleOf(
  { ADMIN_EMAIL }: Env,
  account: { readonly email: string; readonly role: AccountRole },
): AccountRole {
  const named = ADMIN_EMAIL?.trim().toLowerCase();
  return account.email === named ? 'admin' : account.role;
}
