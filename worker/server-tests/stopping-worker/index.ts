import type { Env } from '../../bindings.ts';
import { eraseAccounts } from '../../erasure/erase-accounts.ts';
import product from '../../index.ts';
import { type Query, query } from './query.ts';
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
      case '/stopping/query':
        return Response.json(await query(env, await request.json<readonly Query[]>()));
      case '/stopping/put':
        await env.LIBRARY.put(await request.json<string>(), 'sealed');
        return new Response();
      case '/stopping/list': {
        const { objects } = await env.LIBRARY.list({ prefix: await request.json<string>() });
        return Response.json(objects.map(({ key }) => key));
      }
      default:
        return product.fetch(request, watching, context);
    }
  },
} satisfies ExportedHandler<Env>;
