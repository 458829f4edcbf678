import { Hono } from 'hono';
import type { HealthAnswer } from '../../shared/api/contract.ts';
import { readPeppers } from '../access/peppers.ts';
import { serverKey } from '../access/server-keys.ts';
import { readTokenKeys } from '../access/token-keys.ts';
import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readMailSettings } from '../mail/settings.ts';
import { environmentKeys } from '../sealing/environment-keys.ts';

const HEALTHY: HealthAnswer = { status: 'ok' };

/** What a request may need, each with a question that writes nothing. */
const PARTS: Readonly<Record<string, (env: Env) => Promise<unknown>>> = {
  'address-key': (env) => serverKey(env, 'ADDRESS_KEY'),
  'auth-peppers': readPeppers,
  'unknown-account-key': (env) => serverKey(env, 'UNKNOWN_ACCOUNT_KEY'),
  'token-keys': readTokenKeys,
  'sealing-keys': (env) => environmentKeys(env).newest(),
  limits: async ({ CREATE_LIMIT, OPEN_LIMIT, ACCOUNT_LIMIT }) => {
    if (!CREATE_LIMIT || !OPEN_LIMIT || !ACCOUNT_LIMIT) throw new Error('not bound');
  },
  mail: async (env) => readMailSettings(env),
  database: ({ DB }) => DB.prepare('select count(*) from reports').first(),
  content: ({ CONTENT }) => CONTENT.head('health'),
  objects: ({ BUDGETS }) => BUDGETS.getByName('health').ping(),
};

export const healthRoutes = new Hono<AppEnv>()
  .get('/live', (c) => c.json(HEALTHY))
  .get('/ready', async (c) => {
    for (const [part, ask] of Object.entries(PARTS)) {
      await ask(c.env).catch(() => {
        throw new ApiError('unavailable', { part });
      });
    }
    return c.json(HEALTHY);
  });
