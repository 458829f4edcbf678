import { abortUpload, isNoSuchUpload } from '../../storage/multipart.ts';
import { gone, NOT_FOUND, type Outcome, type Refusal, refuse } from './outcome.ts';
import { findOwned } from './owning.ts';
import { isGone, type ShareRecord, stateAt } from './rules.ts';
import type { ShareStore } from './store.ts';

/* Content above 64 KiB comes in parts, through a multipart upload of R2: nothing is readable before all
 * parts are there, and aborting it ends late parts as well. */

export interface PartPlan {
  readonly uploadId: string;
  /** Exact length of this part in bytes. */
  readonly length: number;
}

export interface CompletedShare {
  readonly expiresAt: number;
  readonly remaining: number;
}

export class ShareUpload {
  readonly #store: ShareStore;
  readonly #bucket: R2Bucket;
  #starting: Promise<string> | null = null;
  #finishing: Promise<Outcome<CompletedShare>> | null = null;

  constructor(store: ShareStore, bucket: R2Bucket) {
    this.#store = store;
    this.#bucket = bucket;
  }

  async beginPart(ownerHash: Uint8Array, n: number, now: number): Promise<Outcome<PartPlan>> {
    const share = this.#findUploading(ownerHash, now);
    if ('ok' in share) return share;
    const { partLength, parts } = split(share);
    if (n > parts) return { ok: false, code: 'invalid-request', path: 'n' };
    const length = n < parts ? partLength : share.contentLength - (parts - 1) * partLength;
    const uploadId = share.uploadId ?? (await this.#start(share.id));
    const after = this.#findUploading(ownerHash, now);
    return 'ok' in after ? after : { ok: true, uploadId, length };
  }

  recordPart(ownerHash: Uint8Array, n: number, etag: string, now: number): Outcome<unknown> {
    const share = this.#findUploading(ownerHash, now);
    if ('ok' in share) return share;
    this.#store.transaction(() => this.#store.setPart(n, etag));
    return { ok: true };
  }

  async complete(ownerHash: Uint8Array, now: number): Promise<Outcome<CompletedShare>> {
    const share = findOwned(this.#store, ownerHash, now);
    if (share === null) return NOT_FOUND;
    if (share.firstExpiresAt !== null) return firstAnswer(share, share.firstExpiresAt);
    const state = stateAt(share, now);
    if (isGone(state)) return gone(state);
    const parts = this.#store.parts();
    if (share.uploadId === null || parts.length < split(share).parts) {
      return refuse('upload-incomplete');
    }
    this.#finishing ??= this.#finish(share, share.uploadId, parts).finally(() => {
      this.#finishing = null;
    });
    return this.#finishing;
  }

  /** Makes the multipart upload once, however many parts wait for it. */
  async #start(id: string): Promise<string> {
    this.#starting ??= this.#bucket
      .createMultipartUpload(id)
      .then(async ({ uploadId }) => {
        if (this.#goneReason() === null) this.#store.update({ uploadId });
        else await abortUpload(this.#bucket, id, uploadId);
        return uploadId;
      })
      .finally(() => {
        this.#starting = null;
      });
    return this.#starting;
  }

  async #finish(
    share: ShareRecord,
    uploadId: string,
    parts: R2UploadedPart[],
  ): Promise<Outcome<CompletedShare>> {
    try {
      await this.#bucket.resumeMultipartUpload(share.id, uploadId).complete(parts);
    } catch (error) {
      // An earlier attempt may have completed it and died before it was written down.
      const stored = await this.#bucket.head(share.id);
      const reason = this.#goneReason();
      if (stored?.size !== share.contentLength) {
        if (reason !== null) return reason;
        return refuse(isNoSuchUpload(error) ? 'unavailable' : 'upload-incomplete');
      }
    }
    return this.#activate(share, Date.now());
  }

  /** The share may have ended while R2 completed: then nothing of it must stay. */
  async #activate(share: ShareRecord, now: number): Promise<Outcome<CompletedShare>> {
    const refusal = this.#goneReason();
    if (refusal !== null) {
      await this.#bucket.delete(share.id);
      return refusal;
    }
    const expiresAt = now + share.lifetimeMs;
    this.#store.transaction(() => {
      this.#store.update({ expiresAt, firstExpiresAt: expiresAt });
      this.#store.wakeBy(expiresAt);
    });
    return firstAnswer(share, expiresAt);
  }

  /** Why the share is gone by now, or `null` if it is not. */
  #goneReason(): Refusal | null {
    const share = this.#store.share();
    if (share === null) return NOT_FOUND;
    const state = stateAt(share, Date.now());
    return isGone(state) ? gone(state) : null;
  }

  #findUploading(ownerHash: Uint8Array, now: number): ShareRecord | Refusal {
    const share = findOwned(this.#store, ownerHash, now);
    if (share === null) return NOT_FOUND;
    const state = stateAt(share, now);
    if (isGone(state)) return gone(state);
    return state === 'uploading' ? share : refuse('upload-complete');
  }
}

function firstAnswer(share: ShareRecord, expiresAt: number): Outcome<CompletedShare> {
  return { ok: true, expiresAt, remaining: share.firstViews };
}

/** How the content of a share is cut into parts. */
function split(share: ShareRecord): { partLength: number; parts: number } {
  const partLength = share.partLength ?? share.contentLength;
  return { partLength, parts: Math.ceil(share.contentLength / partLength) };
}
