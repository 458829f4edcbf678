import type { Env } from '../../bindings.ts';
import { eraseAccounts } from '../../erasure/erase-accounts.ts';
import product from '../../index.ts';
import { arm, countWrites, type Stop, waitForStop } from './stop.ts';
import { watchWrites } from './watch-writes.ts';

export * from '../../index.ts';

/** The product, which can be stopped at a write of choice. Whoever has it stopped is about to kill it. */
export default {
  async fetch(request, env, context) {
    const watching = watchWrites(env);
    switch (new URL(request.url).pathname) {
      case '/stopping/arm':
        arm(await request.json<Stop | null>());
        return new Response();
      case '/stopping/writes':
        return Response.json(countWrites());
      case '/stopping/stopped':
        await waitForStop();
        return new Response();
      // A part of an hourly job, without the others, so that its writes come in one order.
      case '/stopping/erase':
        await eraseAccounts(watching, Date.now());
        return new Response();
      default:
        return product.fetch(request, watching, context);
    }
  },
} satisfies ExportedHandler<Env>;
