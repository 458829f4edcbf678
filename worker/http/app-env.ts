import type { Context } from 'hono';
import type { User } from '../access/user.ts';
import type { Env } from '../bindings.ts';

/** What Hono's context carries in this Worker. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    user?: User;
    /** This request put mail into the outbox. */
    hasMail?: true;
  };
}

export type AppContext = Context<AppEnv>;
