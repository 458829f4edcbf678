import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { accounts } from '../schema/accounts.ts';
import type { AccountRow } from './find-account.ts';

type Verifier = 'authHash' | 'recoveryAuthHash';

/**
 * Keeps another hash of the same password or kit, where there is one and none was chosen meanwhile. It changes nothing
 * that anybody sees, so the account's revision stays.
 */
export async function renewVerifier(
  database: D1Database,
  account: AccountRow,
  renewed: Partial<Readonly<Record<Verifier, string | null>>>,
): Promise<void> {
  for (const name of ['authHash', 'recoveryAuthHash'] as const) {
    const hash = renewed[name];
    if (!hash) continue;
    await drizzle(database)
      .update(accounts)
      .set({ [name]: hash })
      .where(and(eq(accounts.id, account.id), eq(accounts[name], account[name])))
      .run();
  }
}
