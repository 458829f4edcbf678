import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import type { GrantedClaim } from './rules.ts';

/* The shape of a share's store. Its tables are made when the share is created, never before: asking for
 * an id that nobody made leaves nothing behind. */

export const SCHEMA_VERSION = 3;

const TABLES = `
create table share (
  only_row integer primary key check (only_row = 1),
  schema_version integer not null,
  id text not null,
  probe_hash blob not null,
  view_hash blob not null,
  owner_hash blob not null,
  fingerprint blob not null,
  views integer not null,
  views_taken integer not null,
  wrong_views integer not null,
  first_views integer not null,
  lifetime_ms integer not null,
  created_at integer not null,
  created_client text not null,
  created_address text not null,
  expires_at integer not null,
  first_expires_at integer,
  content_length integer not null,
  part_length integer,
  upload_id text,
  ended text,
  ended_at integer,
  revoked_at integer,
  has_content integer not null,
  alarm_at integer not null,
  claims text not null
);
create table sealed (wrapped_key blob not null, meta blob not null, content blob);
create table events (
  seq integer primary key,
  at integer not null,
  kind text not null,
  count integer not null,
  client text not null,
  address text not null
);`;

/** Only shares whose content is uploaded have parts. */
const UPLOAD_TABLES = 'create table parts (n integer primary key, etag text not null);';

/** `STEPS[v]` takes a store from version v to v + 1. */
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

export function createTables(sql: SqlStorage, uploaded: boolean): void {
  sql.exec(uploaded ? TABLES + UPLOAD_TABLES : TABLES);
}

/** Whether a share was ever made in this store. */
export function hasTables(sql: SqlStorage): boolean {
  return !sql.exec("select 1 from sqlite_master where name = 'share'").next().done;
}

/**
 * Brings a store that an earlier release made to the present shape.
 * @throws {Error} for a store of a later release: rather no answer than a wrong one
 */
export function upgradeTables(storage: DurableObjectStorage): void {
  const { sql } = storage;
  let version = sql.exec<{ v: number }>('select schema_version as v from share').one().v;
  if (version === SCHEMA_VERSION) return;
  storage.transactionSync(() => {
    for (; version !== SCHEMA_VERSION; version++) {
      const step = STEPS[version];
      if (step === undefined) throw new Error(`unknown share schema ${version}`);
      step(sql);
    }
    sql.exec('update share set schema_version = ?', SCHEMA_VERSION);
  });
}
