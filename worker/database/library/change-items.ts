import { type SQL, sql } from 'drizzle-orm';
import {
  type DroppedVersion,
  given,
  type ItemStanding,
  type NamedVersion,
  readSequence,
  readStandings,
  settleSequence,
} from './given.ts';
import { prepare } from './prepare.ts';

export type ItemAct = 'bin' | 'unbin' | 'delete';

export interface ChangedItems {
  readonly items: readonly ItemStanding[];
  readonly sequence: number;
  readonly dropped: readonly DroppedVersion[];
}

/** What an act sets, and which items it is about. */
const ACTS: Readonly<Record<ItemAct, { set: (now: number) => SQL; where: SQL; after: SQL }>> = {
  bin: {
    set: (now) => sql`binned_at = ${now}`,
    where: sql`binned_at is null and deleted_at is null`,
    after: sql`binned_at is not null`,
  },
  unbin: {
    set: () => sql`binned_at = null`,
    where: sql`binned_at is not null and deleted_at is null`,
    after: sql`binned_at is null and deleted_at is null`,
  },
  delete: {
    set: (now) => sql`binned_at = null, deleted_at = ${now}`,
    where: sql`deleted_at is null`,
    after: sql`deleted_at is not null`,
  },
};

/** Does something with those items that are in the version that is named, all in one transaction. */
export async function changeItems(
  database: D1Database,
  accountId: string,
  act: ItemAct,
  named: readonly NamedVersion[],
  now: number,
): Promise<ChangedItems> {
  const { set, where, after } = ACTS[act];
  const results = await database.batch([
    prepare(
      database,
      sql`with ${given(named)}, found as (
        select item.id, row_number() over (order by given.at) as place from given
        join library_items as item on item.account_id = ${accountId}
          and item.id = given.id and item.version = given.version
        where ${where}
      )
      update library_items set ${set(now)}, updated_at = ${now},
        sequence = (select sequence from library_vaults where account_id = ${accountId}) + found.place
      from found where library_items.account_id = ${accountId} and library_items.id = found.id`,
    ),
    prepare(database, settleSequence(accountId)),
    prepare(
      database,
      sql`with ${given(named)}
      select given.id, coalesce(item.version, 0) as version,
        coalesce(item.version = given.version and ${after}, 0) as done
      from given
      left join library_items as item on item.account_id = ${accountId} and item.id = given.id
      order by at`,
    ),
    prepare(
      database,
      sql`with ${given(named)}
      delete from library_versions where account_id = ${accountId} and item_id in (
        select given.id from given
        join library_items as item on item.account_id = ${accountId} and item.id = given.id
        where item.deleted_at is not null
      ) returning blob, size`,
    ),
  ]);
  const [, settled, items, dropped] = results;
  return {
    items: readStandings(items),
    sequence: readSequence(settled),
    dropped: (dropped?.results ?? []) as unknown as readonly DroppedVersion[],
  };
}
