import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { PASSKEYS_MAX } from '../../../shared/api/factors.ts';
import { guard, type Statement } from '../guarded-batch.ts';
import { passkeys } from '../schema/factors.ts';

export type PasskeyRow = typeof passkeys.$inferSelect;

export async function findPasskey(
  database: D1Database,
  accountId: string,
  credentialId: string,
): Promise<PasskeyRow | null> {
  const found = await drizzle(database)
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.accountId, accountId), eq(passkeys.credentialId, credentialId)))
    .get();
  return found ?? null;
}

/** Adds a passkey while there is room. A credential that is known already ends the batch as not unique. */
export function addPasskeyStatements(
  database: D1Database,
  row: PasskeyRow,
): [Statement, Statement] {
  const own = eq(passkeys.accountId, row.accountId);
  const hasRoom = sql`(select count(*) from ${passkeys} where ${own}) < ${PASSKEYS_MAX}`;
  return [
    guard(database, 'too-many-passkeys', hasRoom),
    drizzle(database).insert(passkeys).values(row),
  ];
}

/** Notes the use of a passkey, unless it was used or removed meanwhile. */
export function usePasskeyStatements(
  database: D1Database,
  { id, counter: before }: PasskeyRow,
  counter: number,
  at: Date,
): [Statement, Statement] {
  const unused = and(eq(passkeys.id, id), eq(passkeys.counter, before));
  return [
    guard(database, 'passkey-spent', sql`exists (select 1 from ${passkeys} where ${unused})`),
    drizzle(database).update(passkeys).set({ counter, lastUsedAt: at }).where(unused),
  ];
}

export interface PasskeyChange {
  readonly name?: string;
  readonly wrappedUserKey?: string | null;
}

/** Changes a passkey of the account; one of another account is as unknown as one that never was. */
export function changePasskeyStatements(
  database: D1Database,
  { accountId, id }: Pick<PasskeyRow, 'accountId' | 'id'>,
  change: PasskeyChange,
): [Statement, Statement] {
  const own = and(eq(passkeys.id, id), eq(passkeys.accountId, accountId));
  return [exists(database, own), drizzle(database).update(passkeys).set(change).where(own)];
}

export function removePasskeyStatements(
  database: D1Database,
  { accountId, id }: Pick<PasskeyRow, 'accountId' | 'id'>,
): [Statement, Statement] {
  const own = and(eq(passkeys.id, id), eq(passkeys.accountId, accountId));
  return [exists(database, own), drizzle(database).delete(passkeys).where(own)];
}

function exists(database: D1Database, own: ReturnType<typeof and>): Statement {
  return guard(database, 'not-found', sql`exists (select 1 from ${passkeys} where ${own})`);
}
