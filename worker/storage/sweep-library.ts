import { BIN_DAYS, TOMBSTONE_DAYS } from '../../shared/api/library-limits.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { changeItems } from '../database/library/change-items.ts';
import {
  type BinnedItem,
  findBinned,
  findUnowned,
  forgetDeletions,
} from '../database/library/sweep-index.ts';
import { deleteBlobs } from './library.ts';

const DAY_MS = 86_400_000;
/** Younger objects may belong to a push that is just being written down. */
const ORPHAN_MIN_AGE_MS = 3_600_000;
const ITEMS_A_RUN = 500;
const OBJECTS_A_RUN = 500;

/** Deletes what has been in the bin for 30 days, forgets old deletions, and deletes what a crash left in R2. */
export async function sweepLibrary(env: Env, now: number): Promise<void> {
  await emptyBins(env, now);
  await forgetDeletions(env.DB, now - TOMBSTONE_DAYS * DAY_MS);
  await deleteOrphans(env, now);
}

async function emptyBins(env: Env, now: number): Promise<void> {
  const due = await findBinned(env.DB, now - BIN_DAYS * DAY_MS, ITEMS_A_RUN);
  for (const [accountId, items] of Map.groupBy(due, (item) => item.accountId)) {
    await deleteItems(env, accountId, items, now);
  }
}

async function deleteItems(
  env: Env,
  accountId: string,
  items: readonly BinnedItem[],
  now: number,
): Promise<void> {
  const vault = env.VAULTS.getByName(accountId);
  const reserved = await vault.reserve(accountId, 0, 0);
  if (!reserved.ok) return;
  const { dropped, sequence } = await changeItems(env.DB, accountId, 'delete', items, now);
  const freed = dropped.reduce((sum, { size }) => sum + size, 0);
  await vault.settle(reserved.token, { added: 0, freed, sequence });
  const blobs = dropped.map(({ blob }) => blob);
  await deleteBlobs(env.LIBRARY, accountId, blobs);
}

/** One run looks at up to 500 objects from a random place on, so that many runs see all of them. */
async function deleteOrphans({ LIBRARY, DB }: Env, now: number): Promise<void> {
  const startAfter = encodeBase64url(randomBytes(16));
  const tail = await LIBRARY.list({ startAfter, limit: OBJECTS_A_RUN });
  const head = await LIBRARY.list({ limit: OBJECTS_A_RUN - tail.objects.length || 1 });
  const old = [...tail.objects, ...head.objects]
    .filter(({ uploaded }) => now - uploaded.getTime() >= ORPHAN_MIN_AGE_MS)
    .map(({ key }) => key);
  const orphans = await findUnowned(DB, [...new Set(old)]);
  if (orphans.length > 0) await LIBRARY.delete([...orphans]);
}
