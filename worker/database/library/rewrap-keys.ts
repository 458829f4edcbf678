import { and, eq, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { libraryItems, libraryVaults, libraryVersions } from '../schema/library.ts';

/** A data key of one version, wrapped under another user key. */
export interface RewrappedKey {
  readonly id: string;
  readonly version: number;
  /** base64url. */
  readonly wrappedKey: string;
}

/**
 * What puts keys that are wrapped anew in place of the old ones, for the batch that changes the user key. Other
 * devices are told of every item again, and take its key.
 */
export function rewrapStatements(
  database: D1Database,
  accountId: string,
  keys: readonly RewrappedKey[],
) {
  const db = drizzle(database);
  const json = JSON.stringify(keys.map(({ id, version, wrappedKey }) => [id, version, wrappedKey]));
  const given = sql`(select value ->> 0 as given_id, value ->> 1 as given_version,
    value ->> 2 as given_key from json_each(${json})) as given`;
  const numbered = sql`(select id as numbered_id, row_number() over (order by sequence) as place
    from library_items where account_id = ${accountId} and deleted_at is null) as numbered`;
  const latest = sql`(select max(sequence) from library_items where account_id = ${accountId})`;
  const before = sql`(select sequence from library_vaults where account_id = ${accountId})`;
  return [
    db
      .update(libraryVersions)
      .set({ wrappedKey: sql`given_key` })
      .from(given)
      .where(
        and(
          eq(libraryVersions.accountId, accountId),
          eq(libraryVersions.itemId, sql`given_id`),
          eq(libraryVersions.version, sql`given_version`),
        ),
      ),
    db
      .update(libraryItems)
      .set({ sequence: sql`${before} + place` })
      .from(numbered)
      .where(
        and(
          eq(libraryItems.accountId, accountId),
          isNull(libraryItems.deletedAt),
          eq(libraryItems.id, sql`numbered_id`),
        ),
      ),
    db
      .update(libraryVaults)
      .set({ sequence: sql`max(sequence, coalesce(${latest}, 0))` })
      .where(eq(libraryVaults.accountId, accountId)),
  ] as const;
}
