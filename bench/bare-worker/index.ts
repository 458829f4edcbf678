import { DurableObject } from 'cloudflare:workers';
import product from '../../worker/index.ts';
import { makeBenchAccount } from './make-account.ts';
import { writeItems } from './write-items.ts';

export * from '../../worker/index.ts';

/** The least that an object can do with a body: keep it, in one write. */
export class Bare extends DurableObject {
  async write(body: string): Promise<void> {
    await this.ctx.storage.put('body', body);
  }
}

interface Env {
  readonly BARE: DurableObjectNamespace<Bare>;
}

/** The product, and beside it in the same isolate the bare handler that it is measured against. */
export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/bare/')) return product.fetch(request, env as never, context);
    if (pathname === '/bare/account') return Response.json(await makeBenchAccount(env as never));
    if (pathname === '/bare/items') return writeItems(request, env as never);
    await env.BARE.getByName(pathname).write(await request.text());
    return new Response('{}', { status: 201 });
  },
} satisfies ExportedHandler<Env>;
