import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker, type ServerOptions, startServer } from '../../scripts/serving/miniflare.ts';

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
    onLog: () => {},
  });
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
