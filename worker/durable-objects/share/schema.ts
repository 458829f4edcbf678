import type { ShareRecord } from './rules.ts';
import { hasTables, readTables } from './tables-of-version-3.ts';

/*
 * What a share's store holds, each value under a key of its own: `share`, `sealed`, and where there are any `events` and
 * `parts`. Asking for an id that nobody made leaves nothing behind.
 */

export const SCHEMA_VERSION = 4;

/** What lies under `share`. */
export interface VersionedShare {
  readonly version: number;
  readonly share: ShareRecord;
}

/**
 * The share that a store holds, in the present shape, or `null`; a store that an earlier release made is brought to it.
 * @throws {Error} for a store of a later release: rather no answer than a wrong one
 */
export function readVersioned(storage: DurableObjectStorage): ShareRecord | null {
  const stored = storage.kv.get<VersionedShare>('share');
  if (stored === undefined) return hasTables(storage.sql) ? upgradeTables(storage) : null;
  if (stored.version !== SCHEMA_VERSION) throw new Error(`unknown share schema ${stored.version}`);
  return stored.share;
}

/** Up to version 3 a store was tables. */
function upgradeTables(storage: DurableObjectStorage): ShareRecord {
  return storage.transactionSync(() => {
    const { share, sealed, events, parts } = readTables(storage.sql);
    const versioned: VersionedShare = { version: SCHEMA_VERSION, share };
    storage.kv.put('share', versioned);
    if (sealed !== null) storage.kv.put('sealed', sealed);
    if (events.length > 0) storage.kv.put('events', events);
    if (parts.length > 0) storage.kv.put('parts', parts);
    for (const table of ['share', 'sealed', 'events']) storage.sql.exec(`drop table ${table}`);
    storage.sql.exec('drop table if exists parts');
    return share;
  });
}
