import { Hono } from 'hono';
import { describeApi } from '../../shared/api/openapi.ts';
import type { AppEnv } from '../http/app-env.ts';

export const openApiRoutes = new Hono<AppEnv>().get('/', (c) => c.json(describeApi()));
