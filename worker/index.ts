import { app } from './app.ts';
import type { Env } from './bindings.ts';
import { sweepOrphans } from './storage/sweep-orphans.ts';

export { ByteBudget } from './durable-objects/byte-budget/byte-budget.ts';
export { Share } from './durable-objects/share/share.ts';

export default {
  fetch: app.fetch,
  scheduled: (_, env) => sweepOrphans(env, Date.now()),
} satisfies ExportedHandler<Env>;
