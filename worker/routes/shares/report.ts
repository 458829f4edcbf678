import { Hono } from 'hono';
import { reportShareRequest } from '../../../shared/api/contract.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { keepReport } from '../../database/reports.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { readShareId } from '../../http/read-params.ts';
import { visitorOf } from '../../http/visitor.ts';

/** Room for 1,000 characters, however they are escaped. */
const REPORT_MAX_BYTES = 16 * 1024;

/** Tells the operator about a share. Every answer is alike, whether the report was kept or not. */
export const reportRoutes = new Hono<AppEnv>().post(
  '/:id/report',
  limitRate('OPEN_LIMIT'),
  async (c) => {
    const { probe, reason } = await readJson(c, reportShareRequest, REPORT_MAX_BYTES);
    const id = readShareId(c);
    const share = c.env.SHARES.getByName(id.text);
    if (!(await share.knowsProbe(await sha256(probe)))) throw new ApiError('share-not-found');
    const visitor = await visitorOf(c, id.bytes);
    const report = { shareId: id.text, address: visitor.address, reason, createdAt: new Date() };
    if (await keepReport(c.env.DB, report)) await share.recordReport(visitor);
    return c.body(null, 202);
  },
);
