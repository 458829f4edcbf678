import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import {
  type EventRow,
  type RecordedKind,
  recordEvent,
  selectEvents,
  selectLastEvent,
  type Visitor,
} from './events.ts';
import type { ClaimRecord, GrantedClaim, ShareRecord } from './rules.ts';
import { createTables, hasTables, upgradeTables } from './schema.ts';
import { selectShare, writeShare } from './share-row.ts';

/** What a reader gets: envelopes. `content` is `null` where it lies in R2. */
export interface SealedRecord {
  readonly wrappedKey: ArrayBuffer;
  readonly meta: ArrayBuffer;
  readonly content: ArrayBuffer | null;
}

type Row<T> = { [K in keyof T]: T[K] };

/** The store of one share. Reads and writes are synchronous; a change is one `transaction`. */
export class ShareStore {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  /** As stored; this object is the only one that writes it. */
  #share: ShareRecord | null;
  /** Number of the last event, where it is known. */
  #lastEvent: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    const exists = hasTables(this.#sql);
    if (exists) upgradeTables(storage);
    this.#share = exists ? selectShare(this.#sql) : null;
  }

  /** Runs `change` whole or not at all; it and its alarm reach the disk in one write. */
  transaction<T>(change: () => T): T {
    try {
      return this.#storage.transactionSync(change);
    } catch (error) {
      this.#lastEvent = null;
      this.#share = hasTables(this.#sql) ? selectShare(this.#sql) : null;
      throw error;
    }
  }

  /** The share, or `null` where none was ever made, or its tombstone has ended. */
  share(): ShareRecord | null {
    return this.#share;
  }

  create(share: ShareRecord, sealed: { [K in keyof SealedRecord]: Uint8Array | null }): void {
    // First of all: it makes a table, after which statements would have to be prepared again.
    void this.#storage.setAlarm(share.alarmAt);
    createTables(this.#sql, share.partLength !== null);
    this.#lastEvent = 0;
    writeShare(this.#sql, share);
    this.#sql.exec(
      'insert into sealed (wrapped_key, meta, content) values (?, ?, ?)',
      sealed.wrappedKey,
      sealed.meta,
      sealed.content,
    );
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
    void this.#storage.setAlarm(alarmAt);
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
    const text = encodeBase64url(ticketHash);
    return this.claims().find((claim) => claim.ticketHash === text) ?? null;
  }

  claims(): readonly GrantedClaim[] {
    return this.#share?.claims ?? [];
  }

  /** A claim of now, to be added to the others. */
  makeClaim(
    ticketHash: Uint8Array,
    remaining: number,
    visitor: Visitor,
    now: number,
  ): GrantedClaim {
    return {
      ticketHash: encodeBase64url(ticketHash),
      remaining,
      claimedAt: now,
      usedAt: now,
      acknowledgedAt: null,
      ...visitor,
      afterEvent: this.#countEvents(),
    };
  }

  changeClaim(ticketHash: Uint8Array, change: Partial<ClaimRecord>): void {
    const text = encodeBase64url(ticketHash);
    const claims = this.claims().map((claim) =>
      claim.ticketHash === text ? { ...claim, ...change } : claim,
    );
    this.update({ claims });
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
    this.#lastEvent = recordEvent(this.#sql, kind, visitor, at, this.#countEvents());
  }

  events(): EventRow[] {
    return this.#share === null ? [] : selectEvents(this.#sql, this.#share);
  }

  #countEvents(): number {
    this.#lastEvent ??= selectLastEvent(this.#sql);
    return this.#lastEvent;
  }

  /** Forgets everything, the alarm too. */
  async forget(): Promise<void> {
    this.#share = null;
    await this.#storage.deleteAll();
  }
}
