import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/* Who sends more or slower than this may see a broken connection instead of an answer. */
const DISCARD_MAX_BYTES = 64 * 1024 * 1024;
const DISCARD_MAX_MS = 10_000;

/**
 * Reads on what a refused request still sends, and keeps nothing of it, before the answer goes out. A
 * connection that is closed while the other side sends is reset, and the answer is lost with it.
 */
export const discardRefusedBody = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.status < 400) return;
  const { body } = c.req.raw;
  if (body !== null && !body.locked) await discard(body.getReader());
});

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => reader.cancel().catch(() => {}), DISCARD_MAX_MS);
  try {
    for (let seen = 0; seen < DISCARD_MAX_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) return;
      seen += value.length;
    }
  } catch {
    // The sender has hung up.
  } finally {
    clearTimeout(timer);
  }
}
