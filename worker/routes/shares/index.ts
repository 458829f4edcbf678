import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { contentRoutes } from './content.ts';
import { createRoutes } from './create.ts';
import { ownRoutes } from './own.ts';
import { readRoutes } from './read.ts';
import { reportRoutes } from './report.ts';
import { uploadRoutes } from './upload.ts';

export const shareRoutes = new Hono<AppEnv>()
  .route('/', createRoutes)
  .route('/', uploadRoutes)
  .route('/', readRoutes)
  .route('/', contentRoutes)
  .route('/', ownRoutes)
  .route('/', reportRoutes);
