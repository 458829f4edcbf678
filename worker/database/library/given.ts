import { type SQL, sql } from 'drizzle-orm';

/** A version of an item that a request names. */
export interface NamedVersion {
  readonly id: string;
  readonly version: number;
}

/** Where an item stands. `version` is 0 where there never was one. */
export interface ItemStanding {
  readonly id: string;
  readonly version: number;
  /** Whether what was asked for happened to it. */
  readonly done: boolean;
}

/** Versions that are kept no more: their objects in R2 are to be deleted, their bytes given back. */
export interface DroppedVersion {
  readonly blob: string;
  readonly size: number;
}

/** A table `given (at, id, version)` of what a request names: one parameter, however many there are. */
export function given(items: readonly NamedVersion[]): SQL {
  const json = JSON.stringify(items.map(({ id, version }) => [id, version]));
  return sql`given as (
    select key as at, value ->> 0 as id, value ->> 1 as version from json_each(${json})
  )`;
}

/** Writes down the latest number, after items got theirs. */
export function settleSequence(accountId: string): SQL {
  return sql`update library_vaults set sequence = max(sequence, coalesce(
    (select max(sequence) from library_items where account_id = ${accountId}), 0))
    where account_id = ${accountId} returning sequence`;
}

/** The rows of a query for `id`, `version` and `done`. */
export function readStandings(rows: D1Result | undefined): readonly ItemStanding[] {
  const standings = (rows?.results ?? []) as readonly {
    id: string;
    version: number;
    done: number;
  }[];
  return standings.map(({ id, version, done }) => ({ id, version, done: done === 1 }));
}

/** What `settleSequence` returned: 0 where the account has no library. */
export function readSequence(rows: D1Result | undefined): number {
  const [row] = (rows?.results ?? []) as readonly { sequence: number }[];
  return row?.sequence ?? 0;
}
