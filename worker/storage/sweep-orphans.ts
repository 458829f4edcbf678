import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';

/** Younger objects may belong to an upload that is just being completed. */
const MIN_AGE_MS = 3_600_000;
const OBJECTS_A_RUN = 500;

/**
 * Deletes content in R2 that no share knows of. Shares delete their own; this finds what a crash left.
 * One run looks at up to 500 objects from a random place on, so that many runs see all of them.
 */
export async function sweepOrphans(env: Env, now: number): Promise<void> {
  for (const { key, uploaded } of await listObjects(env.CONTENT)) {
    if (now - uploaded.getTime() < MIN_AGE_MS) continue;
    if (!(await env.SHARES.getByName(key).hasContent())) await env.CONTENT.delete(key);
  }
}

async function listObjects(bucket: R2Bucket): Promise<R2Object[]> {
  const startAfter = encodeBase64url(randomBytes(16));
  const tail = await bucket.list({ startAfter, limit: OBJECTS_A_RUN });
  if (tail.objects.length === OBJECTS_A_RUN) return tail.objects;
  const head = await bucket.list({ limit: OBJECTS_A_RUN - tail.objects.length });
  return [...tail.objects, ...head.objects.filter(({ key }) => key <= startAfter)];
}
