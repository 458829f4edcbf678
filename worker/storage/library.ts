import type { Env } from '../bindings.ts';

/* Sealed library items: one R2 object a version, `account id/random id`. */

export const libraryKey = (accountId: string, blob: string): string => `${accountId}/${blob}`;

const DELETE_MAX_KEYS = 1_000;

/** Deletes objects of one account; those that are not there are fine. */
export async function deleteBlobs(
  bucket: R2Bucket,
  accountId: string,
  blobs: readonly string[],
): Promise<void> {
  const keys = blobs.map((blob) => libraryKey(accountId, blob));
  for (let at = 0; at < keys.length; at += DELETE_MAX_KEYS) {
    await bucket.delete(keys.slice(at, at + DELETE_MAX_KEYS));
  }
}

/** Deletes all that lies there for an account. */
export async function deleteAllBlobs(bucket: R2Bucket, accountId: string): Promise<void> {
  const prefix = libraryKey(accountId, '');
  for (;;) {
    const { objects, truncated } = await bucket.list({ prefix });
    if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key));
    if (!truncated) return;
  }
}

/** Leaves nothing of an account's library outside of the index, which forgot it before. Repeatable. */
export async function forgetLibrary(env: Env, accountId: string): Promise<void> {
  await env.VAULTS.getByName(accountId).forget();
  await deleteAllBlobs(env.LIBRARY, accountId);
}
