import {
  type EventRow,
  type RecordedKind,
  recordEvent,
  selectEvents,
  type Visitor,
} from './events.ts';
import type { ClaimRecord, ShareRecord } from './rules.ts';
import { createTables, hasTables, upgradeTables } from './schema.ts';
import { selectShare, writeShare } from './share-row.ts';

/** What a reader gets: envelopes. `content` is `null` where it lies in R2. */
export interface SealedRecord {
  readonly wrappedKey: ArrayBuffer;
  readonly meta: ArrayBuffer;
  readonly content: ArrayBuffer | null;
}

const SELECT_CLAIMS = `select remaining, claimed_at as claimedAt, used_at as usedAt,
  acknowledged_at as acknowledgedAt from claims`;

const INSERT_CLAIM = `insert into claims
  (ticket_hash, remaining, claimed_at, used_at, client, address, after_event)
  values (?, ?, ?, ?, ?, ?, (select coalesce(max(seq), 0) from events))`;

type Row<T> = { [K in keyof T]: T[K] };

/** The store of one share. Reads and writes are synchronous; a change is one `transaction`. */
export class ShareStore {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  /** As stored; this object is the only one that writes it. */
  #share: ShareRecord | null;
  #wakeAt: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    const exists = hasTables(this.#sql);
    if (exists) upgradeTables(storage);
    this.#share = exists ? selectShare(this.#sql) : null;
  }

  /** Runs `change` whole or not at all; it and its alarm reach the disk in one write. */
  transaction<T>(change: () => T): T {
    this.#wakeAt = null;
    try {
      const result = this.#storage.transactionSync(change);
      if (this.#wakeAt !== null) void this.#storage.setAlarm(this.#wakeAt);
      return result;
    } catch (error) {
      this.#share = hasTables(this.#sql) ? selectShare(this.#sql) : null;
      throw error;
    }
  }

  /** The share, or `null` where none was ever made, or its tombstone has ended. */
  share(): ShareRecord | null {
    return this.#share;
  }

  create(share: ShareRecord, sealed: { [K in keyof SealedRecord]: Uint8Array | null }): void {
    createTables(this.#sql, share.partLength !== null);
    writeShare(this.#sql, share);
    this.#sql.exec(
      'insert into sealed (wrapped_key, meta, content) values (?, ?, ?)',
      sealed.wrappedKey,
      sealed.meta,
      sealed.content,
    );
    this.#wakeAt = share.alarmAt;
    this.#share = share;
  }

  update(change: Partial<ShareRecord>): void {
    if (this.#share === null) return;
    const share = { ...this.#share, ...change };
    writeShare(this.#sql, share);
    this.#share = share;
  }

  /** Sets the alarm, within a transaction. */
  wakeAt(alarmAt: number): void {
    this.#wakeAt = alarmAt;
    this.update({ alarmAt });
  }

  /** Sets the alarm unless it fires earlier anyway: an alarm too early finds out by itself what is due. */
  wakeBy(alarmAt: number): void {
    if (this.#share !== null && alarmAt < this.#share.alarmAt) this.wakeAt(alarmAt);
  }

  sealed(): SealedRecord {
    return this.#sql
      .exec<Row<SealedRecord>>('select wrapped_key as wrappedKey, meta, content from sealed')
      .one();
  }

  deleteSealed(): void {
    this.#sql.exec('delete from sealed');
  }

  claim(ticketHash: Uint8Array): ClaimRecord | null {
    const query = `${SELECT_CLAIMS} where ticket_hash = ?`;
    const row = this.#sql.exec<Row<ClaimRecord>>(query, ticketHash).next();
    return row.done ? null : row.value;
  }

  claims(): ClaimRecord[] {
    return this.#sql.exec<Row<ClaimRecord>>(SELECT_CLAIMS).toArray();
  }

  addClaim(ticketHash: Uint8Array, remaining: number, visitor: Visitor, now: number): void {
    this.#sql.exec(INSERT_CLAIM, ticketHash, remaining, now, now, visitor.client, visitor.address);
  }

  touchClaim(ticketHash: Uint8Array, now: number): void {
    this.#sql.exec('update claims set used_at = ? where ticket_hash = ?', now, ticketHash);
  }

  acknowledgeClaim(ticketHash: Uint8Array, now: number): void {
    this.#sql.exec('update claims set acknowledged_at = ? where ticket_hash = ?', now, ticketHash);
  }

  setPart(n: number, etag: string): void {
    this.#sql.exec('insert or replace into parts (n, etag) values (?, ?)', n, etag);
  }

  parts(): R2UploadedPart[] {
    return this.#sql
      .exec<{ partNumber: number; etag: string }>(
        'select n as partNumber, etag from parts order by n',
      )
      .toArray();
  }

  record(kind: RecordedKind, visitor: Visitor, at: number): void {
    recordEvent(this.#sql, kind, visitor, at);
  }

  events(): EventRow[] {
    return selectEvents(this.#sql);
  }

  /** Forgets everything, the alarm too. */
  async forget(): Promise<void> {
    this.#share = null;
    await this.#storage.deleteAll();
  }
}
