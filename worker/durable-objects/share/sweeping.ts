import { deleteUploaded, dropUnreadable, settleExpiry } from './ending.ts';
import { DELETE_RETRY_MS, nextAlarmAt } from './rules.ts';
import type { ShareStore } from './store.ts';

/** What the alarm does: whatever is due by `now`, then sleep until something else may be. */
export async function sweepShare(store: ShareStore, bucket: R2Bucket, now: number): Promise<void> {
  if (settleExpiry(store, now) === null) return;
  store.transaction(() => dropUnreadable(store, now));
  try {
    await deleteUploaded(store, bucket, now);
  } catch {
    // A thrown alarm is retried a few times only; this goes on until the content is gone.
    store.transaction(() => store.wakeAt(now + DELETE_RETRY_MS));
    return;
  }
  const share = store.share();
  if (share === null) return;
  const next = nextAlarmAt(share, store.claims(), now);
  if (next === null) await store.forget();
  else store.transaction(() => store.wakeAt(next));
}
