import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { addEvent, type EventRow, listEvents, type RecordedKind, type Visitor } from './events.ts';
import type { ClaimRecord, GrantedClaim, ShareRecord } from './rules.ts';
import { readVersioned, SCHEMA_VERSION, type VersionedShare } from './schema.ts';

/** What a reader gets: envelopes. `content` is `null` where it lies in R2. */
export interface SealedRecord {
  readonly wrappedKey: Bytes;
  readonly meta: Bytes;
  readonly content: Bytes | null;
}

/**
 * The store of one share: a few values under keys. Reads and writes are synchronous; what changes more than one is a
 * `transaction`.
 */
export class ShareStore {
  readonly #storage: DurableObjectStorage;
  readonly #kv: SyncKvStorage;
  /** As stored; this object is the only one that writes it. */
  #share: ShareRecord | null;
  /** As stored, once they were asked for. */
  #events: readonly EventRow[] | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#kv = storage.kv;
    this.#share = readVersioned(storage);
  }

  /**
   * Runs `change` whole or not at all; it and its alarm reach the disk in one write. A single write is a transaction by
   * itself.
   */
  transaction<T>(change: () => T): T {
    try {
      return this.#storage.transactionSync(change);
    } catch (error) {
      this.#events = null;
      this.#share = readVersioned(this.#storage);
      throw error;
    }
  }

  /** The share, or `null` where none was ever made, or its tombstone has ended. */
  share(): ShareRecord | null {
    return this.#share;
  }

  create(share: ShareRecord, sealed: SealedRecord): void {
    // First of all: the alarm's table is made with the first one, and statements prepared before would be prepared again.
    void this.#storage.setAlarm(share.alarmAt);
    this.#events = [];
    this.#write(share);
    this.#kv.put('sealed', sealed);
  }

  update(change: Partial<ShareRecord>): void {
    if (this.#share !== null) this.#write({ ...this.#share, ...change });
  }

  #write(share: ShareRecord): void {
    this.#kv.put<VersionedShare>('share', { version: SCHEMA_VERSION, share });
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

  /** @throws {Error} where it was deleted: only who holds a live ticket may ask */
  sealed(): SealedRecord {
    const sealed = this.#kv.get<SealedRecord>('sealed');
    if (sealed === undefined) throw new Error('This share holds nothing any more.');
    return sealed;
  }

  deleteSealed(): void {
    this.#kv.delete('sealed');
  }

  claim(ticketHash: string): ClaimRecord | null {
    return this.claims().find((claim) => claim.ticketHash === ticketHash) ?? null;
  }

  claims(): readonly GrantedClaim[] {
    return this.#share?.claims ?? [];
  }

  /** A claim of now, to be added to the others. */
  makeClaim(ticketHash: string, remaining: number, visitor: Visitor, now: number): GrantedClaim {
    return {
      ticketHash,
      remaining,
      claimedAt: now,
      usedAt: now,
      acknowledgedAt: null,
      ...visitor,
      afterEvent: this.#recorded().length,
    };
  }

  changeClaim(ticketHash: string, change: Partial<ClaimRecord>): void {
    const claims = this.claims().map((claim) =>
      claim.ticketHash === ticketHash ? { ...claim, ...change } : claim,
    );
    this.update({ claims });
  }

  setPart(partNumber: number, etag: string): void {
    const others = this.parts().filter((part) => part.partNumber !== partNumber);
    const parts = [...others, { partNumber, etag }];
    parts.sort((a, b) => a.partNumber - b.partNumber);
    this.#kv.put('parts', parts);
  }

  parts(): R2UploadedPart[] {
    return this.#kv.get<R2UploadedPart[]>('parts') ?? [];
  }

  record(kind: RecordedKind, visitor: Visitor, at: number): void {
    const events = addEvent(this.#recorded(), kind, visitor, at);
    this.#kv.put('events', events);
    this.#events = events;
  }

  events(): EventRow[] {
    return this.#share === null ? [] : listEvents(this.#share, this.#recorded());
  }

  #recorded(): readonly EventRow[] {
    this.#events ??= this.#kv.get<readonly EventRow[]>('events') ?? [];
    return this.#events;
  }

  /** Forgets everything, the alarm too. */
  async forget(): Promise<void> {
    this.#share = null;
    this.#events = null;
    await this.#storage.deleteAll();
  }
}
