import { and, count, eq, isNotNull, max, ne, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { AccountRole, AccountState } from '../../../shared/api/account-limits.ts';
import { guard, type Statement } from '../guarded-batch.ts';
import { accounts, sessions } from '../schema/accounts.ts';
import { passkeys, totps } from '../schema/factors.ts';

/* Accounts as the operator sees and changes them. */

export interface OperatedAccount {
  readonly id: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly state: AccountState;
  readonly createdAt: Date;
  readonly sessions: number;
  readonly lastSeenAt: Date | null;
  readonly hasSecondFactor: boolean;
}

/** The account with exactly that address, or that id. */
export async function findOperatedAccount(
  database: D1Database,
  by: { readonly email: string } | { readonly id: string },
  now: number,
): Promise<OperatedAccount | null> {
  const db = drizzle(database);
  const is = 'id' in by ? eq(accounts.id, by.id) : eq(accounts.email, by.email);
  const account = await db.select().from(accounts).where(is).get();
  if (account === undefined) return null;
  const { id, email, role, state, createdAt } = account;
  const live = and(eq(sessions.accountId, id), sql`${sessions.expiresAt} > ${now}`);
  const confirmed = and(eq(totps.accountId, id), isNotNull(totps.confirmedAt));
  const [[used], totp, keys] = await db.batch([
    db
      .select({ sessions: count(), lastSeenAt: max(sessions.lastUsedAt) })
      .from(sessions)
      .where(live),
    db.select({ found: totps.accountId }).from(totps).where(confirmed),
    db.select({ found: passkeys.id }).from(passkeys).where(eq(passkeys.accountId, id)).limit(1),
  ]);
  return {
    id,
    email,
    role,
    state,
    createdAt,
    sessions: used?.sessions ?? 0,
    lastSeenAt: used?.lastSeenAt ?? null,
    hasSecondFactor: totp.length + keys.length > 0,
  };
}

/** Suspends an account, in whatever state it was. */
export function suspendStatements(database: D1Database, id: string): [Statement, Statement] {
  const other = and(eq(accounts.id, id), ne(accounts.state, 'suspended'));
  return changeStatements(database, other, { state: 'suspended' });
}

/** Puts a suspended account back to what it was. */
export function restoreStatements(database: D1Database, id: string): [Statement, Statement] {
  const suspended = and(eq(accounts.id, id), eq(accounts.state, 'suspended'));
  const before = sql`case when ${accounts.deleteAfter} is null then 'active' else 'leaving' end`;
  return changeStatements(database, suspended, { state: before });
}

export function changeRoleStatements(
  database: D1Database,
  id: string,
  role: AccountRole,
): [Statement, Statement] {
  return changeStatements(database, and(eq(accounts.id, id), ne(accounts.role, role)), { role });
}

/** Changes the account where it still is what the operator saw. */
function changeStatements(
  database: D1Database,
  where: SQL | undefined,
  change: { readonly state?: AccountState | SQL; readonly role?: AccountRole },
): [Statement, Statement] {
  return [
    guard(database, 'account-changed', sql`exists (select 1 from ${accounts} where ${where})`),
    drizzle(database).update(accounts).set(change).where(where),
  ];
}
