import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../bindings.ts';
import { type CreatedShare, createShare, type NewShare, repeatCreate } from './creating.ts';
import { deleteUploaded, planSweep, settleExpiry } from './ending.ts';
import type { EventRow, Visitor } from './events.ts';
import { type InspectedShare, inspectShare, takeDownShare } from './operating.ts';
import { type Outcome, refuse } from './outcome.ts';
import {
  type Narrowing,
  narrowShare,
  type OwnedShare,
  readEvents,
  readStatus,
  revokeShare,
} from './owning.ts';
import {
  acknowledgeTicket,
  type ClaimedShare,
  type ClaimInput,
  type Content,
  claimShare,
  findByProbe,
  type OpenedShare,
  openShare,
  useTicket,
} from './reading.ts';
import { ShareStore } from './store.ts';
import { sweepShare } from './sweeping.ts';
import { type CompletedShare, type PartPlan, ShareUpload } from './uploading.ts';

const SWEEP_PLAN_DELAY_MS = 5_000;

/**
 * One share, found by its id. It gets hashes and ciphertext only. Tokens, probes and tickets come as
 * SHA-256, hashed by whoever calls; of a ticket in base64url, as it is stored. Every method is one turn
 * of one object: nothing comes in between.
 */
export class Share extends DurableObject<Env> {
  readonly #store: ShareStore;
  readonly #upload: ShareUpload;
  readonly #bucket: R2Bucket;
  #sweepTimer: number | null = null;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#store = new ShareStore(state.storage);
    this.#bucket = env.CONTENT;
    this.#upload = new ShareUpload(this.#store, env.CONTENT);
    this.#sweepLater();
  }

  create(share: NewShare, visitor: Visitor): Outcome<CreatedShare> {
    return createShare(this.#store, share, visitor, Date.now());
  }

  repeatCreate(fingerprint: Uint8Array): Outcome<CreatedShare> | null {
    return repeatCreate(this.#store, fingerprint);
  }

  beginPart(ownerHash: Uint8Array, n: number): Promise<Outcome<PartPlan>> {
    return this.#upload.beginPart(ownerHash, n, Date.now());
  }

  recordPart(ownerHash: Uint8Array, n: number, etag: string): Outcome<unknown> {
    return this.#upload.recordPart(ownerHash, n, etag, Date.now());
  }

  complete(ownerHash: Uint8Array): Promise<Outcome<CompletedShare>> {
    return this.#upload.complete(ownerHash, Date.now());
  }

  open(probeHash: Uint8Array, visitor: Visitor): Outcome<OpenedShare> {
    return openShare(this.#store, probeHash, visitor, Date.now());
  }

  claim(input: ClaimInput, visitor: Visitor): Outcome<ClaimedShare> {
    const outcome = claimShare(this.#store, input, visitor, Date.now());
    this.#sweepLater();
    return outcome;
  }

  useTicket(ticketHash: string): Outcome<Content> {
    return useTicket(this.#store, ticketHash, Date.now());
  }

  async acknowledge(ticketHash: string, visitor: Visitor): Promise<Outcome<unknown>> {
    const outcome = acknowledgeTicket(this.#store, ticketHash, visitor, Date.now());
    await this.#deleteUploaded();
    return outcome;
  }

  status(ownerHash: Uint8Array): Outcome<OwnedShare> {
    return readStatus(this.#store, ownerHash, Date.now());
  }

  events(ownerHash: Uint8Array): Outcome<{ readonly events: EventRow[] }> {
    return readEvents(this.#store, ownerHash, Date.now());
  }

  async narrow(
    ownerHash: Uint8Array,
    change: Narrowing,
    visitor: Visitor,
  ): Promise<Outcome<OwnedShare>> {
    const outcome = narrowShare(this.#store, ownerHash, change, visitor, Date.now());
    await this.#deleteUploaded();
    return outcome;
  }

  /** `unavailable` while the content could not be deleted: the share is gone, but ask again. */
  async revoke(ownerHash: Uint8Array, visitor: Visitor): Promise<Outcome<unknown>> {
    const outcome = revokeShare(this.#store, ownerHash, visitor, Date.now());
    if (!outcome.ok) return outcome;
    return (await this.#deleteUploaded()) ? outcome : refuse('unavailable');
  }

  /** What the operator may know. */
  inspect(): Outcome<InspectedShare> {
    return inspectShare(this.#store, Date.now());
  }

  /** As `revoke`, by the operator. */
  async takeDown(): Promise<Outcome<unknown>> {
    const outcome = takeDownShare(this.#store, Date.now());
    if (!outcome.ok) return outcome;
    return (await this.#deleteUploaded()) ? outcome : refuse('unavailable');
  }

  /** Whether `probeHash` is the share's, be it gone or not. */
  knowsProbe(probeHash: Uint8Array): boolean {
    return findByProbe(this.#store, probeHash, Date.now()) !== null;
  }

  recordReport(visitor: Visitor): void {
    if (this.#store.share() === null) return;
    this.#store.record('reported', visitor, Date.now());
  }

  /** Whether what lies in R2 under this id belongs to a share. */
  hasContent(): boolean {
    return settleExpiry(this.#store, Date.now())?.hasContent ?? false;
  }

  override alarm(): Promise<void> {
    return sweepShare(this.#store, this.#bucket, Date.now());
  }

  /**
   * Plans the sweep of a share that is used up while tickets live. Moving an alarm costs as much as a claim,
   * and most readers acknowledge within seconds, which deletes the content anyway: so not before that.
   */
  #sweepLater(): void {
    const share = this.#store.share();
    if (share?.ended !== 'used-up' || !share.hasContent || this.#sweepTimer !== null) return;
    this.#sweepTimer = setTimeout(() => {
      this.#sweepTimer = null;
      planSweep(this.#store, Date.now());
    }, SWEEP_PLAN_DELAY_MS);
  }

  /** Whether nothing is left to delete. What fails here is tried again by the alarm. */
  async #deleteUploaded(): Promise<boolean> {
    try {
      await deleteUploaded(this.#store, this.#bucket, Date.now());
      return true;
    } catch {
      return false;
    }
  }
}
