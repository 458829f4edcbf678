import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker, type ServerOptions, startServer } from '../../scripts/serving/miniflare.ts';
import { WORKERD_PATH } from '../../scripts/serving/workerd-process.ts';

/**
 * Runs `measure` against the product and the bare handler in one workerd, without rate limits.
 *
 * @param configure what else of `wrangler.toml` to change
 */
export async function withBenchServer<T>(
  measure: (origin: string) => Promise<T>,
  configure: NonNullable<ServerOptions['configure']> = (worker) => worker,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'inkseal-bench-'));
  const bundlePath = await bundleWorker(join(dir, 'worker'), 'bench/bare-worker/index.ts');
  process.env.MINIFLARE_WORKERD_PATH = await makeLoggingWorkerd(dir);
  const server = await startServer({
    stateDir: join(dir, 'state'),
    bundlePath,
    configure: ({ ratelimits: _off, ...worker }) =>
      configure({
        ...worker,
        durableObjects: {
          ...worker.durableObjects,
          BARE: { className: 'Bare', useSQLite: true },
        },
      }),
  }).finally(() => delete process.env.MINIFLARE_WORKERD_PATH);
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * workerd with its log in a file. Miniflare would read it line by line in this process, on the cores of what is measured,
 * and only the product writes any.
 */
async function makeLoggingWorkerd(dir: string): Promise<string> {
  const path = join(dir, 'workerd');
  const script = `#!/bin/sh\nexec '${WORKERD_PATH}' "$@" >'${join(dir, 'log')}'\n`;
  await writeFile(path, script, { mode: 0o755 });
  return path;
}
