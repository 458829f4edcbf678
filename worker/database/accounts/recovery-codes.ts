import { and, eq, inArray, isNotNull, not, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { guard, type Statement } from '../guarded-batch.ts';
import { passkeys, recoveryCodes, totps } from '../schema/factors.ts';

/** Codes stand in for another factor. */
function hasOtherFactor(accountId: string): SQL {
  return sql`(exists (select 1 from ${passkeys} where ${eq(passkeys.accountId, accountId)})
    or exists (select 1 from ${totps}
      where ${and(eq(totps.accountId, accountId), isNotNull(totps.confirmedAt))}))`;
}

/** Puts new codes in the place of all before. */
export function replaceRecoveryCodesStatements(
  database: D1Database,
  accountId: string,
  hashes: readonly string[],
): [Statement, Statement, Statement] {
  const db = drizzle(database);
  return [
    guard(database, 'no-second-factor', hasOtherFactor(accountId)),
    db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
    db.insert(recoveryCodes).values(hashes.map((hash) => ({ accountId, hash }))),
  ];
}

/** That of the hashes under which the account has a code; null where it has none of them. */
export async function findRecoveryCode(
  database: D1Database,
  accountId: string,
  hashes: readonly string[],
): Promise<string | null> {
  const found = await drizzle(database)
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), inArray(recoveryCodes.hash, [...hashes])))
    .get();
  return found?.hash ?? null;
}

/** Takes the code away. */
export function spendRecoveryCodeStatements(
  database: D1Database,
  accountId: string,
  hash: string,
): [Statement, Statement] {
  const code = and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.hash, hash));
  return [
    guard(database, 'code-spent', sql`exists (select 1 from ${recoveryCodes} where ${code})`),
    drizzle(database).delete(recoveryCodes).where(code),
  ];
}

/** Without any other factor its codes go too. */
export function dropUselessCodesStatement(database: D1Database, accountId: string): Statement {
  const own = eq(recoveryCodes.accountId, accountId);
  return drizzle(database)
    .delete(recoveryCodes)
    .where(and(own, not(hasOtherFactor(accountId))));
}
