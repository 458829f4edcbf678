import { app } from './app.ts';
import type { Env } from './bindings.ts';
import { sweepLibrary } from './storage/sweep-library.ts';
import { sweepOrphans } from './storage/sweep-orphans.ts';

export { Attempts } from './durable-objects/attempts/attempts.ts';
export { ByteBudget } from './durable-objects/byte-budget/byte-budget.ts';
export { Share } from './durable-objects/share/share.ts';
export { Vault } from './durable-objects/vault/vault.ts';

export default {
  fetch: app.fetch,
  async scheduled(_, env) {
    await sweepOrphans(env, Date.now());
    await sweepLibrary(env, Date.now());
  },
} satisfies ExportedHandler<Env>;
