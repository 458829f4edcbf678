import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
import { PASSKEYS_MAX } from '../../../shared/api/factors.ts';
import { passkeys } from '../schema/factors.ts';
import { challengeStands } from './challenges.ts';

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

/** Adds a passkey while the challenge stands and there is room; a credential that is known changes nothing. */
export function addPasskeyStatement(
  database: D1Database,
  row: PasskeyRow,
  tokenHash: string,
): BatchItem<'sqlite'> {
  return drizzle(database).run(sql`
    insert into ${passkeys} (id, account_id, credential_id, name, public_key, counter, transports,
      origin, wrapped_user_key, created_at)
    select ${row.id}, ${row.accountId}, ${row.credentialId}, ${row.name}, ${row.publicKey},
      ${row.counter}, ${JSON.stringify(row.transports)}, ${row.origin}, ${row.wrappedUserKey},
      ${row.createdAt.getTime()}
    where ${challengeStands(tokenHash)}
      and (select count(*) from ${passkeys} where account_id = ${row.accountId}) < ${PASSKEYS_MAX}
    on conflict do nothing`);
}

/** Notes the use of a passkey while the challenge stands. */
export function usePasskeyStatement(
  database: D1Database,
  id: string,
  counter: number,
  tokenHash: string,
  at: Date,
): BatchItem<'sqlite'> {
  return drizzle(database)
    .update(passkeys)
    .set({ counter, lastUsedAt: at })
    .where(and(eq(passkeys.id, id), challengeStands(tokenHash)));
}

export interface PasskeyChange {
  readonly name?: string;
  readonly wrappedUserKey?: string | null;
}

/** Changes a passkey of the account; of another account, or unknown, it changes nothing. */
export function changePasskeyStatement(
  database: D1Database,
  accountId: string,
  id: string,
  change: PasskeyChange,
): BatchItem<'sqlite'> {
  return drizzle(database)
    .update(passkeys)
    .set(change)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)));
}

export function removePasskeyStatement(
  database: D1Database,
  accountId: string,
  id: string,
): BatchItem<'sqlite'> {
  return drizzle(database)
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)));
}
