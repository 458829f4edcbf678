import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { given, type NamedVersion } from './given.ts';
import { prepare } from './prepare.ts';

/* What a library's index tells. Every query is about one account. Times in milliseconds since 1970. */

export interface ChangedItem {
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly updatedAt: number;
  readonly binnedAt: number | null;
  readonly deletedAt: number | null;
  /** Of the present version; null where the item is deleted. */
  readonly size: number | null;
  readonly wrappedKey: string | null;
}

export interface LibraryStanding {
  readonly sequence: number;
  readonly forgotten: number;
}

const NOTHING: LibraryStanding = { sequence: 0, forgotten: 0 };

/** What changed after `since`, at most `limit` lines, as of one moment. */
export async function readChanges(
  database: D1Database,
  accountId: string,
  since: number,
  limit: number,
): Promise<LibraryStanding & { readonly changes: readonly ChangedItem[] }> {
  const [standings, changes] = await database.batch([
    prepare(
      database,
      sql`select sequence, forgotten from library_vaults where account_id = ${accountId}`,
    ),
    prepare(
      database,
      sql`
      select item.id, item.version, item.sequence, item.updated_at as updatedAt,
        item.binned_at as binnedAt, item.deleted_at as deletedAt, kept.size,
        kept.wrapped_key as wrappedKey
      from library_items as item
      left join library_versions as kept on kept.account_id = item.account_id
        and kept.item_id = item.id and kept.version = item.version
      where item.account_id = ${accountId} and item.sequence > ${since}
      order by item.sequence limit ${limit}`,
    ),
  ]);
  const [standing = NOTHING] = (standings?.results ?? []) as unknown as LibraryStanding[];
  return { ...standing, changes: (changes?.results ?? []) as unknown as ChangedItem[] };
}

export interface StoredVersion {
  readonly id: string;
  readonly version: number;
  readonly size: number;
  readonly blob: string;
}

/** Where the versions that are named lie, in their order; those that are not kept are left out. */
export function findVersions(
  database: D1Database,
  accountId: string,
  named: readonly NamedVersion[],
): Promise<readonly StoredVersion[]> {
  return drizzle(database).all<StoredVersion>(sql`with ${given(named)}
    select kept.item_id as id, kept.version, kept.size, kept.blob from given
    join library_versions as kept on kept.account_id = ${accountId}
      and kept.item_id = given.id and kept.version = given.version
    order by at`);
}

export interface VersionLine {
  readonly id: string;
  readonly version: number;
  readonly size: number;
  readonly createdAt: number;
  readonly wrappedKey: string;
}

/** Every version that is kept of an item, newest first. */
export function listVersions(
  database: D1Database,
  accountId: string,
  itemId: string,
): Promise<readonly VersionLine[]> {
  return drizzle(database).all<VersionLine>(sql`
    select item_id as id, version, size, created_at as createdAt, wrapped_key as wrappedKey
    from library_versions where account_id = ${accountId} and item_id = ${itemId}
    order by version desc`);
}

/** Every kept version of every item after the one that is named, in their order, at most `limit`. */
export function listKeys(
  database: D1Database,
  accountId: string,
  after: NamedVersion,
  limit: number,
): Promise<readonly Pick<VersionLine, 'id' | 'version' | 'wrappedKey'>[]> {
  return drizzle(database).all(sql`
    select item_id as id, version, wrapped_key as wrappedKey from library_versions
    where account_id = ${accountId} and (item_id, version) > (${after.id}, ${after.version})
    order by item_id, version limit ${limit}`);
}

/** How many items there are, and how many bytes all that is kept of them has. */
export async function measureLibrary(
  database: D1Database,
  accountId: string,
): Promise<{ readonly items: number; readonly bytes: number; readonly sequence: number }> {
  const [row] = await drizzle(database).all<{ items: number; bytes: number; sequence: number }>(sql`
    select
      (select count(*) from library_items where account_id = ${accountId} and deleted_at is null) as items,
      (select coalesce(sum(size), 0) from library_versions where account_id = ${accountId}) as bytes,
      coalesce((select sequence from library_vaults where account_id = ${accountId}), 0) as sequence`);
  return row ?? { items: 0, bytes: 0, sequence: 0 };
}

/** The version whose body lies in that blob. */
export async function findBlob(
  database: D1Database,
  accountId: string,
  blob: string,
): Promise<{ id: string; version: number; sequence: number } | undefined> {
  const [found] = await drizzle(database).all<{
    id: string;
    version: number;
    sequence: number;
  }>(sql`
    select kept.item_id as id, kept.version, item.sequence from library_versions as kept
    join library_items as item on item.account_id = kept.account_id and item.id = kept.item_id
    where kept.account_id = ${accountId} and kept.blob = ${blob}`);
  return found;
}

/** Which user key the account has now; `undefined` where it is gone. */
export async function readGeneration(
  database: D1Database,
  accountId: string,
): Promise<number | undefined> {
  const [row] = await drizzle(database).all<{ generation: number }>(
    sql`select generation from accounts where id = ${accountId}`,
  );
  return row?.generation;
}
