import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from './app-env.ts';

/** Gives every request an id and writes one line about it: the route's pattern, never its address. */
export const logRequest = createMiddleware<AppEnv>(async (c, next) => {
  const started = Date.now();
  const requestId = crypto.randomUUID();
  c.set('requestId', requestId);
  await next();
  c.res.headers.set('X-Request-Id', requestId);
  const { method } = c.req;
  const route = routePath(c, -1);
  const { status } = c.res;
  console.log(JSON.stringify({ requestId, method, route, status, ms: Date.now() - started }));
});
