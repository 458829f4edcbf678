import { Hono } from 'hono';
import type { AdminLogAnswer } from '../../../shared/api/contract.ts';
import { OPERATOR_PAGE } from '../../../shared/api/operator.ts';
import { readAdminLog } from '../../database/admin-log.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBefore } from '../../http/read-params.ts';
import { nextOf } from '../next-of.ts';
import { describeLine } from './describe.ts';

/** What admins did. */
export const logRoutes = new Hono<AppEnv>().get('/', async (c) => {
  const rows = await readAdminLog(c.env.DB, readBefore(c));
  const log = rows.map(describeLine);
  return c.json({ log, next: nextOf(log, OPERATOR_PAGE) } satisfies AdminLogAnswer);
});
