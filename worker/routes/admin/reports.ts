import { Hono } from 'hono';
import { type ReportsAnswer, reasonRequest } from '../../../shared/api/contract.ts';
import { OPERATOR_PAGE } from '../../../shared/api/operator.ts';
import { userOf } from '../../access/user.ts';
import { adminLogStatement } from '../../database/admin-log.ts';
import { closeReportStatements, listReports } from '../../database/reports.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { readBefore } from '../../http/read-params.ts';
import { runAct } from '../../http/run-act.ts';
import { nextOf } from '../next-of.ts';
import { describeReport } from './describe.ts';
import { REASON_MAX_BYTES } from './reason.ts';

const HINDRANCES = { 'not-found': 'not-found', 'report-closed': 'report-closed' } as const;

/** What readers told the operator. */
export const reportRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const rows = await listReports(c.env.DB, readState(c), readBefore(c));
    const next = nextOf(rows, OPERATOR_PAGE);
    return c.json({ reports: rows.map(describeReport), next } satisfies ReportsAnswer);
  })
  .post('/:id/close', async (c) => {
    const { reason } = await readJson(c, reasonRequest, REASON_MAX_BYTES);
    const target = c.req.param('id');
    if (!/^[1-9]\d{0,14}$/.test(target)) throw new ApiError('not-found');
    const at = new Date();
    const adminId = userOf(c).accountId;
    await runAct(c, HINDRANCES, [
      ...closeReportStatements(c.env.DB, Number(target), { ending: 'dismissed', reason, at }),
      adminLogStatement(c.env.DB, { adminId, action: 'report-closed', target, reason, at }),
    ]);
    return c.body(null, 204);
  });

function readState(c: AppContext): 'open' | 'closed' {
  const state = c.req.query('state') ?? 'open';
  if (state !== 'open' && state !== 'closed') throw invalidRequest('state');
  return state;
}
