import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
import { passkeys, recoveryCodes, totps } from '../schema/factors.ts';
import { challengeStands } from './challenges.ts';

/** Puts new codes in the place of all before. */
export function replaceRecoveryCodesStatements(
  database: D1Database,
  accountId: string,
  hashes: readonly string[],
): [BatchItem<'sqlite'>, BatchItem<'sqlite'>] {
  const db = drizzle(database);
  return [
    db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
    db.insert(recoveryCodes).values(hashes.map((hash) => ({ accountId, hash }))),
  ];
}

export async function knowsRecoveryCode(
  database: D1Database,
  accountId: string,
  hash: string,
): Promise<boolean> {
  const found = await drizzle(database)
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.hash, hash)))
    .get();
  return found !== undefined;
}

/** Takes the code away while the challenge stands. */
export function spendRecoveryCodeStatement(
  database: D1Database,
  accountId: string,
  hash: string,
  tokenHash: string,
): BatchItem<'sqlite'> {
  return drizzle(database)
    .delete(recoveryCodes)
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        eq(recoveryCodes.hash, hash),
        challengeStands(tokenHash),
      ),
    );
}

/** Codes stand in for another factor: without any other they go too. */
export function dropUselessCodesStatement(
  database: D1Database,
  accountId: string,
): BatchItem<'sqlite'> {
  return drizzle(database).run(sql`
    delete from ${recoveryCodes} where account_id = ${accountId}
      and not exists (select 1 from ${passkeys} where account_id = ${accountId})
      and not exists (select 1 from ${totps}
        where account_id = ${accountId} and confirmed_at is not null)`);
}
