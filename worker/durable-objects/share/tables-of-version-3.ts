import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import type { EventRow } from './events.ts';
import type { GrantedClaim, ShareRecord } from './rules.ts';
import type { SealedRecord } from './store.ts';

/* Stores of releases that kept a share in tables: versions 1 to 3. */

const LAST_VERSION = 3;

/** `STEPS[v]` takes the tables from version v to v + 1. */
const STEPS: Readonly<Record<number, (sql: SqlStorage) => void>> = {
  // Version 1 did not know when its alarm was set. The end of time makes the next wish for one set it.
  1: (sql) =>
    sql.exec('alter table share add column alarm_at integer not null default 8640000000000000'),
  // Version 2 had a table of claims.
  2: (sql) => {
    const claims = sql.exec<ClaimOfVersion2>(CLAIMS_OF_VERSION_2).toArray();
    const kept = claims.map(
      ({ ticketHash, ...claim }): GrantedClaim => ({
        ...claim,
        ticketHash: encodeBase64url(new Uint8Array(ticketHash)),
      }),
    );
    sql.exec("alter table share add column claims text not null default '[]'");
    sql.exec('update share set claims = ?', JSON.stringify(kept));
    sql.exec('drop table claims');
  },
};

type ClaimOfVersion2 = Omit<GrantedClaim, 'ticketHash'> & { ticketHash: ArrayBuffer };
const CLAIMS_OF_VERSION_2 = `select ticket_hash as ticketHash, remaining, claimed_at as claimedAt,
  used_at as usedAt, acknowledged_at as acknowledgedAt, client, address, after_event as afterEvent
  from claims order by claimed_at, remaining desc`;

interface StoredInTables {
  readonly share: ShareRecord;
  readonly sealed: SealedRecord | null;
  readonly events: readonly EventRow[];
  readonly parts: readonly R2UploadedPart[];
}

export function hasTables(sql: SqlStorage): boolean {
  return tableExists(sql, 'share');
}

/** Everything that the tables hold, within a transaction. */
export function readTables(sql: SqlStorage): StoredInTables {
  let version = sql.exec<{ v: number }>('select schema_version as v from share').one().v;
  for (; version !== LAST_VERSION; version++) {
    const step = STEPS[version];
    if (step === undefined) throw new Error(`unknown share schema ${version}`);
    step(sql);
  }
  const share = readRow(sql.exec('select * from share').one()) as StoredRow;
  const { onlyRow: _row, schemaVersion: _version, claims, hasContent, ...rest } = share;
  const sealed = sql.exec('select * from sealed').toArray().map(readRow)[0];
  const events = 'select at, kind, count, client, address from events order by seq';
  const parts = 'select n as partNumber, etag from parts order by n';
  return {
    share: { ...rest, hasContent: hasContent === 1, claims: JSON.parse(claims) },
    sealed: (sealed as SealedRecord | undefined) ?? null,
    events: sql.exec<EventRow>(events).toArray(),
    parts: tableExists(sql, 'parts')
      ? sql.exec<{ partNumber: number; etag: string }>(parts).toArray()
      : [],
  };
}

function tableExists(sql: SqlStorage, name: string): boolean {
  return !sql.exec('select 1 from sqlite_master where name = ?', name).next().done;
}

type StoredRow = Omit<ShareRecord, 'hasContent' | 'claims'> & {
  readonly onlyRow: number;
  readonly schemaVersion: number;
  readonly hasContent: number;
  readonly claims: string;
};

/** A row by the names and types that the code has for its columns: `probe_hash` is `probeHash`, a blob is bytes. */
function readRow(row: Record<string, SqlStorageValue>): object {
  const fields = Object.entries(row).map(([column, value]) => [
    column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value instanceof ArrayBuffer ? new Uint8Array(value) : value,
  ]);
  return Object.fromEntries(fields);
}
