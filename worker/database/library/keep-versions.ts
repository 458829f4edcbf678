import { sql } from 'drizzle-orm';
import { VERSIONS_KEPT } from '../../../shared/api/library-limits.ts';
import {
  type DroppedVersion,
  type ItemStanding,
  readSequence,
  readStandings,
  settleSequence,
} from './given.ts';
import { prepare } from './prepare.ts';

/** A version that lies in R2 and becomes one of its item's by being written down here. */
export interface NewVersion {
  readonly id: string;
  /** The version that it was made from. */
  readonly base: number;
  readonly size: number;
  readonly wrappedKey: string;
  readonly blob: string;
}

export interface KeptVersions {
  /** Whether the user key that wraps their keys is the account's no more: then none is kept. */
  readonly isStale: boolean;
  readonly items: readonly ItemStanding[];
  readonly sequence: number;
  /** Versions beyond what is kept of an item. */
  readonly dropped: readonly DroppedVersion[];
}

export interface NewVersions {
  readonly accountId: string;
  /** Of the user key that wraps their keys. */
  readonly generation: number;
  readonly versions: readonly NewVersion[];
}

/**
 * Keeps those versions whose `base` is the present version of their item, all in one transaction. Where
 * the account is gone meanwhile, or its user key was renewed, none is kept.
 */
export async function keepVersions(
  database: D1Database,
  { accountId, generation, versions }: NewVersions,
  now: number,
): Promise<KeptVersions> {
  const json = JSON.stringify(
    versions.map(({ id, base, size, wrappedKey, blob }) => [id, base, size, wrappedKey, blob]),
  );
  const given = sql`given as (
    select key as at, value ->> 0 as id, value ->> 1 as base, value ->> 2 as size,
      value ->> 3 as wrapped_key, value ->> 4 as blob
    from json_each(${json})
  )`;
  const fitting = sql`with ${given}, fitting as (
    select given.* from given
    join accounts as owner on owner.id = ${accountId} and owner.generation = ${generation}
    left join library_items as item on item.account_id = ${accountId} and item.id = given.id
    where coalesce(item.version, 0) = given.base
  )`;
  const results = await database.batch([
    prepare(
      database,
      sql`insert into library_vaults (account_id, sequence, forgotten)
      select id, 0, 0 from accounts where id = ${accountId} on conflict do nothing`,
    ),
    prepare(
      database,
      sql`${fitting}
      insert into library_versions (account_id, item_id, version, size, wrapped_key, blob, created_at)
      select ${accountId}, id, base + 1, size, wrapped_key, blob, ${now} from fitting`,
    ),
    prepare(
      database,
      sql`${fitting}
      insert into library_items (account_id, id, version, sequence, updated_at)
      select ${accountId}, id, base + 1,
        (select sequence from library_vaults where account_id = ${accountId})
          + row_number() over (order by at), ${now}
      from fitting where true
      on conflict (account_id, id) do update set version = excluded.version,
        sequence = excluded.sequence, updated_at = excluded.updated_at,
        binned_at = null, deleted_at = null`,
    ),
    prepare(database, settleSequence(accountId)),
    prepare(
      database,
      sql`with ${given}
      select given.id, coalesce(item.version, 0) as version, exists (
        select 1 from library_versions as kept where kept.account_id = ${accountId}
          and kept.item_id = given.id and kept.version = given.base + 1 and kept.blob = given.blob
      ) as done
      from given
      left join library_items as item on item.account_id = ${accountId} and item.id = given.id
      order by at`,
    ),
    prepare(
      database,
      sql`with ${given}
      delete from library_versions where account_id = ${accountId}
        and item_id in (select id from given)
        and version <= (select item.version from library_items as item
          where item.account_id = ${accountId} and item.id = library_versions.item_id) - ${VERSIONS_KEPT}
      returning blob, size`,
    ),
    prepare(
      database,
      sql`select generation from accounts where id = ${accountId} and generation <> ${generation}`,
    ),
  ]);
  const [, , , settled, items, dropped, other] = results;
  return {
    isStale: (other?.results ?? []).length > 0,
    items: readStandings(items),
    sequence: readSequence(settled),
    dropped: (dropped?.results ?? []) as unknown as readonly DroppedVersion[],
  };
}
