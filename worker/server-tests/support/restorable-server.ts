import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import {
  type Server,
  type ServerOptions,
  startServer,
} from '../../../scripts/serving/miniflare.ts';

/** A server whose whole state (database, bucket and objects) an operator copies, and puts back later. */
export interface RestorableServer {
  /** The same after a restart. */
  readonly url: string;
  copy(): Promise<void>;
  putBack(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRestorableServer(
  options: Pick<ServerOptions, 'configure'>,
): Promise<RestorableServer> {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-restored-'));
  const [stateDir, copied] = [join(folder, 'state'), join(folder, 'copy')];
  const start = (port?: number) =>
    startServer({
      ...options,
      ...(port !== undefined && { port }),
      stateDir,
      bundlePath: inject('bundlePath'),
      onLog: () => {},
    });
  let server: Server = await start();
  const { url } = server;
  /** Does something with the state of a server that stands still. */
  const whileStopped = async (act: () => Promise<void>): Promise<void> => {
    await server.stop();
    await act();
    server = await start(Number(new URL(url).port));
  };
  return {
    url,
    copy: () => whileStopped(() => cp(stateDir, copied, { recursive: true })),
    putBack: () =>
      whileStopped(async () => {
        await rm(stateDir, { recursive: true });
        await cp(copied, stateDir, { recursive: true });
      }),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
