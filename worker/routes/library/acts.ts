import { Hono } from 'hono';
import { type ItemsAnswer, itemsRequest } from '../../../shared/api/contract/library.ts';
import { changeItems, type ItemAct } from '../../database/library/change-items.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { deleteBlobs } from '../../storage/library.ts';
import { accountOf, vaultOf } from './vault-of.ts';

const REQUEST_MAX_BYTES = 16 * 1024;

/** Into the bin, out of it, and deleted for good with all versions. */
export const actRoutes = new Hono<AppEnv>()
  .post('/bin', (c) => actOn(c, 'bin'))
  .post('/unbin', (c) => actOn(c, 'unbin'))
  .post('/delete', (c) => actOn(c, 'delete'));

async function actOn(c: AppContext, act: ItemAct): Promise<Response> {
  const { items: named } = await readJson(c, itemsRequest, REQUEST_MAX_BYTES);
  const accountId = accountOf(c);
  const vault = vaultOf(c);
  // Holds nothing, and yet: where this breaks in the middle, the index is asked what is left.
  const { token } = readOutcome(await vault.reserve(accountId, 0, c.env.LIBRARY_QUOTA_BYTES));
  const { items, sequence, dropped } = await changeItems(
    c.env.DB,
    accountId,
    act,
    named,
    Date.now(),
  );
  const freed = dropped.reduce((sum, { size }) => sum + size, 0);
  const isNew = items.some(({ done }) => done);
  await vault.settle(token, { added: 0, freed, ...(isNew && { sequence }) });
  if (dropped.length > 0) {
    const blobs = dropped.map(({ blob }) => blob);
    await deleteBlobs(c.env.LIBRARY, accountId, blobs);
  }
  return c.json({ items: [...items], sequence } satisfies ItemsAnswer);
}
