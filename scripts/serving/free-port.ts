import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/**
 * Finds a port on 127.0.0.1 that nobody listens on.
 *
 * @param port the only one to try; 0 for any
 * @throws with `code` EADDRINUSE when it is taken
 */
export async function findFreePort(port = 0): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return found;
}
