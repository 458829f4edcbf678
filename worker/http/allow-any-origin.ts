import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

const PREFLIGHT_SECONDS = 86_400;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ALLOWED = ['Authorization', 'Content-Type', 'Range'];
const EXPOSED = ['Content-Range', 'Accept-Ranges', 'Retry-After', 'X-Request-Id'];

const PREFLIGHT = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': METHODS.join(', '),
  'Access-Control-Allow-Headers': ALLOWED.join(', '),
  'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
};

/**
 * CORS for any origin, without credentials. Headers are added to the answer that is there: set earlier,
 * Hono would copy every answer and turn its body into a stream.
 */
export const allowAnyOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Access-Control-Expose-Headers', EXPOSED.join(', '));
});
