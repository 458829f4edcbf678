import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections, which could take one between its finding and its use. */
const OWN_PORTS = { min: 15_000, max: 30_000 };
const ATTEMPTS = 20;

/**
 * Finds a port on 127.0.0.1 that nobody listens on.
 *
 * @param port the only one to try; 0 for any
 * @throws with `code` EADDRINUSE when it is taken
 */
export async function findFreePort(port = 0): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const tried = port === 0 ? randomInt(OWN_PORTS.min, OWN_PORTS.max) : port;
    try {
      await tryPort(tried);
      return tried;
    } catch (error) {
      if (port !== 0 || attempt === ATTEMPTS) throw error;
    }
  }
}

async function tryPort(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
