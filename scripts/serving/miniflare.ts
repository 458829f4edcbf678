import { access, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  Miniflare,
  type V4WorkerOptions,
} from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { ROOT } from '../root.ts';
import { applyMigrations } from './apply-migrations.ts';
import { writeDevelopmentSecrets } from './development-secrets.ts';
import { fireCrons } from './fire-crons.ts';
import { readWorkerConfig, WRANGLER_CONFIG_PATH } from './worker-config.ts';
import { guardWorkerd, listWorkerdPids } from './workerd-process.ts';

export { bundleWorker } from './bundle-worker.ts';

export interface ServerOptions {
  /** Port on 127.0.0.1; 0 picks a free one. */
  readonly port?: number;
  /** Folder that keeps D1, R2 and the Durable Objects between runs. */
  readonly stateDir: string;
  /** The bundled Worker, `dist/worker/index.js` unless told. */
  readonly bundlePath?: string;
  /** Changes what `wrangler.toml` says: a benchmark turns the limiter off, a test shortens a limit. */
  readonly configure?: (worker: V4WorkerOptions) => V4WorkerOptions;
  /** Takes each line that the Worker logs; they go to stderr unless told. */
  readonly onLog?: (line: string) => void;
}

export interface Server {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly miniflare: Miniflare;
  /** Process id of this server's workerd, for tests that kill it. */
  readonly workerdPid: number;
  /** True when `.dev.vars` had to be written for this start. */
  readonly wroteSecrets: boolean;
  /** Ends workerd; the state stays. Safe to call after workerd was killed. */
  stop(): Promise<void>;
}

/** One at a time, so that the one new workerd after a start is surely that start's own. */
let lastStart: Promise<unknown> = Promise.resolve();

/**
 * Serves the bundled Worker in Miniflare with what `wrangler.toml` says, D1 migrated, crons firing.
 *
 * @throws when nothing is bundled, or the port is taken
 */
export function startServer(options: ServerOptions): Promise<Server> {
  const start = lastStart.then(() => launch(options));
  lastStart = start.catch(() => {});
  return start;
}

async function launch(options: ServerOptions): Promise<Server> {
  const config = readWorkerConfig();
  const bundlePath = options.bundlePath ?? resolve(ROOT, 'dist/worker', config.bundleName);
  await access(bundlePath).catch(() => {
    throw new Error(`There is no ${bundlePath}: run npm run build first`);
  });
  const wroteSecrets = await writeDevelopmentSecrets();
  await mkdir(options.stateDir, { recursive: true });

  const pidsBefore = new Set(await listWorkerdPids());
  const miniflare = new Miniflare(miniflareOptions(options, config.name, bundlePath));
  try {
    const { origin } = await miniflare.ready;
    const workerdPid = (await listWorkerdPids()).find((pid) => !pidsBefore.has(pid));
    if (workerdPid === undefined) throw new Error('Miniflare is ready without a workerd process');
    const dismissGuard = guardWorkerd(workerdPid);
    for (const { binding, migrationsDir } of config.databases) {
      await applyMigrations(miniflare, binding, migrationsDir);
    }
    const stopCrons = fireCrons(miniflare, config.name, config.crons);
    const stop = async () => {
      stopCrons();
      await miniflare.dispose();
      dismissGuard();
    };
    return { url: origin, miniflare, workerdPid, wroteSecrets, stop };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}

function miniflareOptions(options: ServerOptions, name: string, bundlePath: string) {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(WRANGLER_CONFIG_PATH);
  const { modulesRules: _rules, rootPath: _root, ...fromConfig } = workerOptions;
  const worker: V4WorkerOptions = {
    ...fromConfig,
    name,
    modules: [{ type: 'ESModule', path: bundlePath }],
    modulesRoot: dirname(bundlePath),
  };
  const onLog = options.onLog ?? ((line: string) => void process.stderr.write(`${line}\n`));
  return {
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: options.port ?? 0,
      cf: false,
      log: new Log(LogLevel.WARN),
      handleStructuredLogs: ({ message }) => onLog(message),
      workers: [options.configure?.(worker) ?? worker],
    }),
    resourcePersistencePath: resolve(options.stateDir, 'v3'),
  };
}
