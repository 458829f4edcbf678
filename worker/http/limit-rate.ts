import { createMiddleware } from 'hono/factory';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './app-env.ts';
import { limitKey } from './visitor.ts';

/** As `period` of the bindings in `wrangler.toml`. */
const PERIOD_SECONDS = 60;

/** The cheap first gate of the edge, one key for each address; a server without the binding has none. */
export function limitRate(binding: 'CREATE_LIMIT' | 'OPEN_LIMIT' | 'ACCOUNT_LIMIT') {
  return createMiddleware<AppEnv>(async (c, next) => {
    const limiter = c.env[binding];
    if (limiter && !(await limiter.limit({ key: await limitKey(c) })).success) {
      throw new ApiError('rate-limited', {}, { 'Retry-After': String(PERIOD_SECONDS) });
    }
    await next();
  });
}
