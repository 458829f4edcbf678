import { Hono } from 'hono';
import { type PushAnswer, pushHeader } from '../../../shared/api/contract/library.ts';
import { BATCH_MAX_BYTES } from '../../../shared/api/library-limits.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { type Bytes, randomBytes } from '../../../shared/crypto/bytes.ts';
import { keepVersions, type NewVersion } from '../../database/library/keep-versions.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readFrames } from '../../http/read-frames.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { deleteBlobs, libraryKey } from '../../storage/library.ts';
import { accountOf, vaultOf } from './vault-of.ts';

/** A hundred items name themselves in about 25 kB. */
const HEADER_MAX_BYTES = 64 * 1024;

/**
 * Many small items in one request: room is held, the bodies go to R2 at once, then one transaction of the index
 * decides for each whether it was made from the present version.
 */
export const pushRoutes = new Hono<AppEnv>().post('/push', async (c) => {
  const { header, bodies } = await readFrames(c, pushHeader, BATCH_MAX_BYTES + HEADER_MAX_BYTES);
  const accountId = accountOf(c);
  const vault = vaultOf(c);
  const limit = c.env.LIBRARY_QUOTA_BYTES;
  const versions = header.items.map((item) => ({
    ...item,
    blob: encodeBase64url(randomBytes(16)),
  }));
  const { token } = readOutcome(await vault.reserve(accountId, sumSizes(versions), limit));
  await putBodies(c, versions, bodies).catch(async (error: unknown) => {
    await vault.release(token);
    throw error;
  });
  // Where this fails, nobody knows whether it happened: the hold ends by itself, and the index is asked.
  const { generation } = header;
  const kept = await keepVersions(c.env.DB, { accountId, generation, versions }, Date.now());
  const refused = versions.filter((_, at) => kept.items[at]?.done !== true);
  const { used } = await vault.settle(token, {
    added: sumSizes(versions) - sumSizes(refused),
    freed: sumSizes(kept.dropped),
    ...(refused.length < versions.length && { sequence: kept.sequence }),
  });
  const unused = [...refused, ...kept.dropped].map(({ blob }) => blob);
  if (unused.length > 0) {
    c.executionCtx.waitUntil(deleteBlobs(c.env.LIBRARY, accountId, unused));
  }
  if (kept.isStale) throw new ApiError('user-key-renewed');
  const items = kept.items.map(({ id, done, version }) => ({ id, kept: done, version }));
  return c.json({ items, sequence: kept.sequence, used, limit } satisfies PushAnswer);
});

async function putBodies(
  c: AppContext,
  versions: readonly NewVersion[],
  bodies: readonly Bytes[],
): Promise<void> {
  const accountId = accountOf(c);
  const puts = await Promise.allSettled(
    versions.map(({ blob }, at) =>
      c.env.LIBRARY.put(libraryKey(accountId, blob), bodies[at] ?? null),
    ),
  );
  const failed = puts.find((put) => put.status === 'rejected');
  if (!failed) return;
  c.executionCtx.waitUntil(
    deleteBlobs(
      c.env.LIBRARY,
      accountId,
      versions.map(({ blob }) => blob),
    ),
  );
  throw failed.reason;
}

function sumSizes(sizes: readonly { readonly size: number }[]): number {
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
