import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { actRoutes } from './acts.ts';
import { liveRoutes } from './live.ts';
import { pullRoutes } from './pull.ts';
import { pushRoutes } from './push.ts';
import { readRoutes } from './read.ts';
import { uploadRoutes } from './upload.ts';

/** The library in the cloud: sealed items of the account that asks, and of no other. */
export const libraryRoutes = new Hono<AppEnv>()
  .route('/', readRoutes)
  .route('/', pushRoutes)
  .route('/', pullRoutes)
  .route('/', uploadRoutes)
  .route('/', actRoutes)
  .route('/', liveRoutes);
