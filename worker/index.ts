import { Hono } from 'hono';
import type { Env } from './bindings.ts';

export { ByteBudget } from './durable-objects/byte-budget/byte-budget.ts';
export { Share } from './durable-objects/share/share.ts';

const app = new Hono<{ Bindings: Env }>().get('/health/live', (c) => c.json({ status: 'ok' }));

export default app satisfies ExportedHandler<Env>;
