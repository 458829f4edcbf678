import { Hono } from 'hono';
import { ACTIVITY_PAGE } from '../../../shared/api/activity.ts';
import type { ActivityAnswer } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import { readActivity } from '../../database/accounts/audit.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBefore } from '../../http/read-params.ts';
import { nextOf } from '../next-of.ts';

/** What happened to an account, for its owner. */
export const activityRoutes = new Hono<AppEnv>().get('/', async (c) => {
  const { accountId } = userOf(c);
  const rows = await readActivity(c.env.DB, accountId, readBefore(c));
  const activity = rows.map(({ accountId: _, at, ...line }) => ({ ...line, at: at.toISOString() }));
  const next = nextOf(rows, ACTIVITY_PAGE);
  return c.json({ activity, next } satisfies ActivityAnswer);
});
