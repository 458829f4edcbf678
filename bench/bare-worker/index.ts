import { DurableObject } from 'cloudflare:workers';
import product from '../../worker/index.ts';

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
    await env.BARE.getByName(pathname).write(await request.text());
    return new Response('{}', { status: 201 });
  },
} satisfies ExportedHandler<Env>;
