import { and, eq, gt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { AccountRole, AccountState } from '../../../shared/api/account-limits.ts';
import { accounts, sessions } from '../schema/accounts.ts';

export interface SessionAccount {
  readonly email: string;
  readonly role: AccountRole;
  readonly state: AccountState;
  /** The session's name: what the owner calls the device. */
  readonly device: string;
}

/** The account behind a session that has not ended. */
export async function findSessionAccount(
  database: D1Database,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
  now: number,
): Promise<SessionAccount | null> {
  const found = await drizzle(database)
    .select({
      email: accounts.email,
      role: accounts.role,
      state: accounts.state,
      device: sessions.name,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.accountId, accountId),
        gt(sessions.expiresAt, new Date(now)),
      ),
    )
    .get();
  return found ?? null;
}
