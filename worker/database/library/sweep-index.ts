import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { prepare } from './prepare.ts';

export interface BinnedItem {
  readonly accountId: string;
  readonly id: string;
  readonly version: number;
}

/** Items that have been in the bin since before `before`, of any account, at most `limit`. */
export function findBinned(
  database: D1Database,
  before: number,
  limit: number,
): Promise<readonly BinnedItem[]> {
  return drizzle(database).all<BinnedItem>(sql`
    select account_id as accountId, id, version from library_items
    where binned_at < ${before} order by binned_at limit ${limit}`);
}

/** Forgets deletions from before `before`, and up to which number they are forgotten. */
export async function forgetDeletions(database: D1Database, before: number): Promise<void> {
  await database.batch([
    prepare(
      database,
      sql`update library_vaults set forgotten = max(forgotten, coalesce((
        select max(item.sequence) from library_items as item
        where item.account_id = library_vaults.account_id and item.deleted_at < ${before}
      ), 0))
      where account_id in (
        select account_id from library_items where deleted_at < ${before}
      )`,
    ),
    prepare(database, sql`delete from library_items where deleted_at < ${before}`),
  ]);
}

/** Those of `blobs`, each `account/blob`, that no version has. */
export async function findUnowned(
  database: D1Database,
  blobs: readonly string[],
): Promise<readonly string[]> {
  const rows = await drizzle(database).all<{ key: string }>(sql`
    select given.value as key from json_each(${JSON.stringify(blobs)}) as given
    where not exists (
      select 1 from library_versions as kept
      where kept.account_id = substr(given.value, 1, instr(given.value, '/') - 1)
        and kept.blob = substr(given.value, instr(given.value, '/') + 1)
    )`);
  return rows.map(({ key }) => key);
}
