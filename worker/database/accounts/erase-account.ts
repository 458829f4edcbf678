import { and, asc, eq, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Statement } from '../guarded-batch.ts';
import { accountKeys, accounts, manifests, sessions } from '../schema/accounts.ts';
import { passkeys } from '../schema/factors.ts';
import { libraryVersions } from '../schema/library.ts';

export interface DueAccount {
  readonly id: string;
  readonly email: string;
}

/** Accounts that were to be deleted by `now`, the longest due first. */
export function findDueAccounts(
  database: D1Database,
  now: number,
  limit: number,
): Promise<DueAccount[]> {
  return drizzle(database)
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(lte(accounts.deleteAfter, new Date(now)))
    .orderBy(asc(accounts.deleteAfter))
    .limit(limit);
}

/**
 * Cryptographic erasure: forgets every wrap of the account's keys, and every session, in one batch. From here on
 * nothing opens what is left, and nobody signs in.
 * @returns `false` where its owner repented just now
 */
export async function forgetKeys(
  database: D1Database,
  accountId: string,
  now: number,
): Promise<boolean> {
  const db = drizzle(database);
  const isDue = and(eq(accounts.id, accountId), lte(accounts.deleteAfter, new Date(now)));
  const due = db.select({ id: accounts.id }).from(accounts).where(isDue);
  const [gone] = await db.batch([
    db
      .update(accounts)
      .set({
        authHash: '',
        wrappedUserKey: '',
        recoveryAuthHash: '',
        recoveryWrappedUserKey: '',
        salt: '',
      })
      .where(isDue),
    db.delete(accountKeys).where(eq(accountKeys.accountId, due)),
    db.delete(manifests).where(eq(manifests.accountId, due)),
    db.delete(sessions).where(eq(sessions.accountId, due)),
    db.update(passkeys).set({ wrappedUserKey: null }).where(eq(passkeys.accountId, due)),
    db.update(libraryVersions).set({ wrappedKey: '' }).where(eq(libraryVersions.accountId, due)),
  ]);
  return gone.meta.changes > 0;
}

/** Deletes every row of an account. */
export function eraseAccountStatements(database: D1Database, accountId: string): Statement[] {
  const db = drizzle(database);
  return [
    // All the rest refers to this row and goes with it.
    db.delete(accounts).where(eq(accounts.id, accountId)),
  ];
}
