import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import {
  type Server,
  type ServerOptions,
  startServer,
} from '../../../scripts/serving/miniflare.ts';

/** A busy computer takes its time to start workerd. */
const RESTART_PATIENCE_MS = 90_000;

export interface TestServer {
  readonly server: Server;
  readonly url: string;
  /** All that the server writes: its state, and what it calls temporary. */
  readonly folder: string;
  /** Every line it has logged. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** A server with a state of its own and without pages, which take their time to start; stopping it deletes the state. */
export async function startTestServer(
  options: Pick<ServerOptions, 'configure' | 'bundlePath'> = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-server-'));
  const log: string[] = [];
  const { configure = (worker) => worker } = options;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const server = await startServer({
    bundlePath: inject('bundlePath'),
    ...options,
    configure: ({ assets: _pages, ...worker }) => configure(worker),
    stateDir: join(folder, 'state'),
    onLog: (line) => log.push(line),
  });
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  return {
    server,
    url: server.url,
    folder,
    log,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Kills workerd as a crash would, and waits until the server answers again on the same state. */
export async function crash({ server, url }: TestServer): Promise<void> {
  const pid = await server.workerdPid();
  if (pid === undefined) throw new Error('workerd is not running');
  process.kill(pid, 'SIGKILL');
  await waitForRestart(url, server, pid);
}

async function waitForRestart(url: string, server: Server, killed: number): Promise<void> {
  const patience = AbortSignal.timeout(RESTART_PATIENCE_MS);
  while (!patience.aborted) {
    const alive = await fetch(`${url}/health/live`).then(
      (answer) => answer.ok,
      () => false,
    );
    const pid = alive ? await server.workerdPid() : undefined;
    if (pid !== undefined && pid !== killed) return;
    await sleep(25);
  }
  throw new Error('workerd did not come back');
}
