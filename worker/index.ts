import { app } from './app.ts';
import type { Env } from './bindings.ts';
import { runJobs } from './scheduled.ts';

export { Attempts } from './durable-objects/attempts/attempts.ts';
export { ByteBudget } from './durable-objects/byte-budget/byte-budget.ts';
export { Share } from './durable-objects/share/share.ts';
export { Vault } from './durable-objects/vault/vault.ts';

export default {
  fetch: app.fetch,
  scheduled: ({ cron, scheduledTime }, env) => runJobs(cron, env, scheduledTime),
} satisfies ExportedHandler<Env>;
