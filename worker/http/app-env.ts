import type { Context } from 'hono';
import type { Env } from '../bindings.ts';

/** What Hono's context carries in this Worker. */
export interface AppEnv {
  Bindings: Env;
  Variables: { requestId: string };
}

export type AppContext = Context<AppEnv>;
