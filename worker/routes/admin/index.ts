import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { accountRoutes } from './accounts.ts';
import { logRoutes } from './log.ts';
import { reportRoutes } from './reports.ts';
import { shareRoutes } from './shares.ts';

/** The operator's part. That only admins get here is said in the table of permissions. */
export const adminRoutes = new Hono<AppEnv>()
  .route('/reports', reportRoutes)
  .route('/shares', shareRoutes)
  .route('/accounts', accountRoutes)
  .route('/log', logRoutes);
