import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { guard, type Statement } from '../guarded-batch.ts';
import { type RewrappedKey, rewrapStatements } from '../library/rewrap-keys.ts';
import { passkeys } from '../schema/factors.ts';
import { libraryVersions } from '../schema/library.ts';

/** A parameter of D1 holds 2 MB: so many keys are sure to fit. */
const KEYS_A_STATEMENT = 8_000;

/**
 * Puts the data keys of all the account's versions, wrapped anew, in place of the old ones; a guard fails unless they
 * are all of them, each once.
 */
export function rewrapItemsStatements(
  database: D1Database,
  accountId: string,
  items: readonly RewrappedKey[],
): Statement[] {
  const ofAccount = eq(libraryVersions.accountId, accountId);
  const all = sql`(select count(*) from ${libraryVersions} where ${ofAccount}) = ${items.length}`;
  const statements = [guard(database, 'account-changed', all)];
  for (let at = 0; at < items.length; at += KEYS_A_STATEMENT) {
    const some = items.slice(at, at + KEYS_A_STATEMENT);
    const named = JSON.stringify(some.map(({ id, version }) => [id, version]));
    const known = sql`(select count(*) from ${libraryVersions} where ${ofAccount}
      and (${libraryVersions.itemId}, ${libraryVersions.version}) in
        (select value ->> 0, value ->> 1 from json_each(${named}))) = ${some.length}`;
    statements.push(guard(database, 'account-changed', known));
    statements.push(...rewrapStatements(database, accountId, some));
  }
  return statements;
}

/** Passkeys that are left out no longer unlock: what they wrap is of no use any more. */
export function rewrapPasskeysStatements(
  database: D1Database,
  accountId: string,
  wraps: readonly { readonly id: string; readonly wrappedUserKey: string }[],
): Statement[] {
  const given = JSON.stringify(wraps.map(({ id, wrappedUserKey }) => [id, wrappedUserKey]));
  const wrapped = sql`(select value ->> 1 from json_each(${given})
    where value ->> 0 = ${passkeys.id})`;
  return [
    drizzle(database)
      .update(passkeys)
      .set({ wrappedUserKey: wrapped })
      .where(eq(passkeys.accountId, accountId)),
  ];
}
