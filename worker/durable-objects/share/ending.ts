import type { GoneReason } from '../../../shared/api/limits.ts';
import { abortUpload } from '../../storage/multipart.ts';
import { NOBODY, type Visitor } from './events.ts';
import {
  DELETE_RETRY_MS,
  isGone,
  isUnreadable,
  nextAlarmAt,
  type ShareRecord,
  stateAt,
} from './rules.ts';
import type { ShareStore } from './store.ts';

/* How a share ends. Each of these belongs into the transaction of whatever caused it. */

/** The share as of `now`: if its time has run out since it was last looked at, that is written down. */
export function settleExpiry(store: ShareStore, now: number): ShareRecord | null {
  const share = store.share();
  if (share === null || share.ended !== null || stateAt(share, now) !== 'expired') return share;
  store.transaction(() => {
    endShare(store, 'expired', share.expiresAt);
    store.record('expired', NOBODY, share.expiresAt);
    dropUnreadable(store, now);
  });
  return store.share();
}

/** Marks the share as gone, unless it is already: the first reason stays. */
export function endShare(store: ShareStore, reason: GoneReason, at: number): void {
  if (store.share()?.ended === null) store.update({ ended: reason, endedAt: at });
}

export function destroyShare(store: ShareStore, visitor: Visitor, now: number): void {
  endShare(store, 'destroyed', now);
  store.record('destroyed', visitor, now);
  dropUnreadable(store, now);
}

/** Ends the share and every ticket, in one transaction. Content in R2 is still to be deleted after this. */
export function endAtOnce(
  store: ShareStore,
  reason: 'revoked' | 'taken-down',
  visitor: Visitor,
  now: number,
): void {
  store.transaction(() => {
    endShare(store, reason, now);
    store.update({ revokedAt: now });
    store.record(reason, visitor, now);
    dropUnreadable(store, now);
  });
}

/** Deletes the ciphertext of a share that is gone when no ticket lives. What lies in R2 is left to
 * `deleteUploaded`, and to the alarm if that fails. */
export function dropUnreadable(store: ShareStore, now: number): void {
  const share = store.share();
  if (share === null || !share.hasContent || !isUnreadable(share, store.claims(), now)) return;
  store.deleteSealed();
  if (share.partLength === null) store.update({ hasContent: false });
  else store.wakeBy(now + DELETE_RETRY_MS);
}

/** Sets the alarm for what a gone share still holds, where nothing set it before. */
export function planSweep(store: ShareStore, now: number): void {
  const share = store.share();
  if (share === null || !share.hasContent || !isGone(stateAt(share, now))) return;
  const next = nextAlarmAt(share, store.claims(), now);
  if (next !== null) store.transaction(() => store.wakeBy(next));
}

/** Deletes what a share keeps in R2 when nobody may read it any more. Throws when R2 does. */
export async function deleteUploaded(
  store: ShareStore,
  bucket: R2Bucket,
  now: number,
): Promise<void> {
  const share = store.share();
  if (share === null || share.partLength === null || !share.hasContent) return;
  if (!isGone(stateAt(share, now)) || !isUnreadable(share, store.claims(), now)) return;
  if (share.uploadId !== null && share.firstExpiresAt === null) {
    await abortUpload(bucket, share.id, share.uploadId);
  }
  await bucket.delete(share.id);
  store.update({ hasContent: false });
}
