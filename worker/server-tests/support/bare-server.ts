import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { inject } from 'vitest';
import { findFreePort } from '../../../scripts/serving/free-port.ts';
import { type ServerOptions, startServer } from '../../../scripts/serving/miniflare.ts';
import { readWorkerConfig } from '../../../scripts/serving/worker-config.ts';
import { WORKERD_PATH } from '../../../scripts/serving/workerd-process.ts';
import { type WorkerdConfig, writeBareConfig } from './bare-config.ts';

/**
 * workerd on a state, set up as Miniflare does it but without Miniflare, which takes several times as long to
 * come back after a crash.
 */
export interface BareServer {
  /** The same after a crash. */
  readonly url: string;
  /** Kills workerd as a crash would, and waits until another one listens on the same state. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts workerd for each line that comes; the last one ends with the process that sent them, however that ends.
 * Forking the tests' own process costs more than starting workerd does.
 */
const SUPERVISOR = `
while read -r _; do
  wait
  "$@" 3>&1 >/dev/null &
  echo $!
done
kill -9 $!
wait
`;

/** @param without bindings that the Worker does not get, since what they are bound to takes its time to start */
export async function startBareServer({
  without,
  ...options
}: Pick<ServerOptions, 'configure' | 'bundlePath'> & {
  readonly without: readonly string[];
}): Promise<BareServer> {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-bare-'));
  const miniflares = await prepareState(folder, options);
  const port = await findFreePort();
  const main = `core:user:${readWorkerConfig().name}`;
  const config = await writeBareConfig(folder, miniflares, { main, without, port });
  const command = [WORKERD_PATH, 'serve', '--experimental', '--control-fd=3', config];
  const supervisor = spawn('sh', ['-c', SUPERVISOR, 'sh', ...command], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const start = startsOf(supervisor);
  let pid = await start();
  return {
    url: `http://127.0.0.1:${port}`,
    async crash() {
      process.kill(pid, 'SIGKILL');
      pid = await start();
    },
    async stop() {
      supervisor.stdin.end();
      await once(supervisor, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the state, D1 migrated. @returns what Miniflare configured workerd with */
async function prepareState(
  folder: string,
  options: Pick<ServerOptions, 'configure' | 'bundlePath'>,
): Promise<WorkerdConfig> {
  const path = join(folder, 'miniflare.json');
  process.env.MINIFLARE_WORKERD_CONFIG_DEBUG = path;
  try {
    const { configure = (worker) => worker } = options;
    const server = await startServer({
      bundlePath: inject('bundlePath'),
      ...options,
      configure: ({ assets: _pages, ...worker }) => configure(worker),
      stateDir: join(folder, 'state'),
    });
    await server.stop();
  } finally {
    delete process.env.MINIFLARE_WORKERD_CONFIG_DEBUG;
  }
  return JSON.parse(await readFile(path, 'utf8'));
}

/** What starts workerd, waits until it listens, and gives its process id. */
function startsOf({ stdin, stdout }: ChildProcessByStdio<Writable, Readable, null>) {
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  return async (): Promise<number> => {
    stdin.write('\n');
    const pid = Number((await lines.next()).value);
    const { value: said } = await lines.next();
    if (!said?.includes('"listen"')) throw new Error(`workerd did not come up: ${said}`);
    return pid;
  };
}
