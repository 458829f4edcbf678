import { Hono } from 'hono';
import { type OperatorShare, reasonRequest } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import { adminLogStatement } from '../../database/admin-log.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { closeReportsOfShare, listReportsOfShare } from '../../database/reports.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { readShareId } from '../../http/read-params.ts';
import { timeText } from '../../http/time-text.ts';
import { describeReport } from './describe.ts';
import { REASON_MAX_BYTES } from './reason.ts';

/** What can be known of a share without its link, and its end. */
export const shareRoutes = new Hono<AppEnv>()
  .get('/:id', async (c) => {
    const id = readShareId(c).text;
    const share = await inspect(c, id);
    await writeLog(c, { action: 'share-inspected', target: id, reason: '', at: new Date() });
    return c.json(share);
  })
  .post('/:id/take-down', async (c) => {
    const { reason } = await readJson(c, reasonRequest, REASON_MAX_BYTES);
    const id = readShareId(c).text;
    const share = c.env.SHARES.getByName(id);
    readOutcome(await share.inspect());
    const at = new Date();
    // Written down first: nothing is taken down without a line, and asking again does no harm.
    await writeLog(c, { action: 'share-taken-down', target: id, reason, at });
    readOutcome(await share.takeDown());
    await closeReportsOfShare(c.env.DB, id, { ending: 'taken-down', reason, at });
    return c.json(await inspect(c, id));
  });

async function inspect(c: AppContext, id: string): Promise<OperatorShare> {
  const { ok: _, ...share } = readOutcome(await c.env.SHARES.getByName(id).inspect());
  const reports = await listReportsOfShare(c.env.DB, id);
  return {
    ...share,
    id,
    createdAt: timeText(share.createdAt),
    expiresAt: timeText(share.expiresAt),
    reports: reports.map(describeReport),
  };
}

async function writeLog(
  c: AppContext,
  act: Omit<Parameters<typeof adminLogStatement>[1], 'adminId'>,
): Promise<void> {
  const adminId = userOf(c).accountId;
  await runGuarded(c.env.DB, [adminLogStatement(c.env.DB, { ...act, adminId })]);
}
