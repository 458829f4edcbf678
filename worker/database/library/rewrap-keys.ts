import { sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';

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
  db: DrizzleD1Database,
  accountId: string,
  keys: readonly RewrappedKey[],
) {
  const json = JSON.stringify(keys.map(({ id, version, wrappedKey }) => [id, version, wrappedKey]));
  const numbered = sql`(select id, row_number() over (order by sequence) as place
    from library_items where account_id = ${accountId} and deleted_at is null)`;
  return [
    db.run(sql`update library_versions set wrapped_key = given.wrapped_key
      from (select value ->> 0 as id, value ->> 1 as version, value ->> 2 as wrapped_key
        from json_each(${json})) as given
      where account_id = ${accountId} and item_id = given.id
        and library_versions.version = given.version`),
    db.run(sql`update library_items set sequence = numbered.place
        + (select sequence from library_vaults where account_id = ${accountId})
      from ${numbered} as numbered
      where account_id = ${accountId} and library_items.id = numbered.id`),
    db.run(sql`update library_vaults set sequence = max(sequence, coalesce(
        (select max(sequence) from library_items where account_id = ${accountId}), 0))
      where account_id = ${accountId}`),
  ] as const;
}
