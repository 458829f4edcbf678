import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http/app-env.ts';
import { drainOutbox } from './drain-outbox.ts';

/** Sends what a request put into the outbox, once it is answered: nobody waits for a mail server. */
export const sendMailAfter = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.get('hasMail') === true) c.executionCtx.waitUntil(drainOutbox(c.env));
});
