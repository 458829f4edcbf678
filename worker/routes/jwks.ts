import { Hono } from 'hono';
import { readTokenKeys } from '../access/token-keys.ts';
import type { AppEnv } from '../http/app-env.ts';

/** The public keys of access tokens (RFC 7517). */
export const jwksRoutes = new Hono<AppEnv>().get('/', async (c) =>
  c.json((await readTokenKeys(c.env)).published),
);
