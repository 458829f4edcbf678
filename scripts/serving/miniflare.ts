import { access, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  Miniflare,
  type MiniflareOptions,
  type V4MiniflareOptions,
  type V4WorkerOptions,
} from 'miniflare';
import { unstable_getMiniflareWorkerOptions, unstable_getVarsForDev } from 'wrangler';
import { ROOT } from '../root.ts';
import { applyMigrations } from './apply-migrations.ts';
import { writeDevelopmentSecrets } from './development-secrets.ts';
import { fireCrons } from './fire-crons.ts';
import { findFreePort } from './free-port.ts';
import { lockState } from './lock-state.ts';
import { readWorkerConfig, WRANGLER_CONFIG_PATH } from './worker-config.ts';
import { findWorkerdPid, guardWorkerd } from './workerd-process.ts';

export { bundleWorker } from './bundle-worker.ts';

export interface ServerOptions {
  /** Port on 127.0.0.1; 0 (unless told) picks a free one. */
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
  /** Names of the secrets that were added to `.dev.vars` for this start. */
  readonly addedSecrets: readonly string[];
  /** Process id of this server's workerd now; Miniflare starts another one when it is killed. */
  workerdPid(): Promise<number | undefined>;
  /** Ends workerd; the state stays. Safe to call after workerd was killed. */
  stop(): Promise<void>;
}

/**
 * Serves the bundled Worker in Miniflare with what `wrangler.toml` says, D1 migrated, crons firing.
 *
 * @throws when nothing is bundled, with `code` EADDRINUSE when the port is taken, {@link StateInUseError}
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const config = readWorkerConfig();
  const bundlePath = options.bundlePath ?? resolve(ROOT, 'dist/worker', config.bundleName);
  await access(bundlePath).catch(() => {
    throw new Error(`There is no ${bundlePath}: run npm run build first.`);
  });
  const addedSecrets = await writeDevelopmentSecrets();
  const port = await findFreePort(options.port);
  await mkdir(options.stateDir, { recursive: true });
  const unlockState = lockState(options.stateDir);

  const dismissGuard = guardWorkerd(port);
  const miniflare = new Miniflare(
    miniflareOptions(options, {
      port,
      workers: [workerOptions(config.name, bundlePath, options.configure)],
    }),
  );
  try {
    const { origin } = await miniflare.ready;
    for (const { binding, migrationsDir } of config.databases) {
      await applyMigrations(miniflare, binding, migrationsDir);
    }
    const stopCrons = fireCrons(miniflare, config.name, config.crons);
    const stop = async () => {
      stopCrons();
      await miniflare.dispose();
      dismissGuard();
      unlockState();
    };
    return {
      url: origin,
      miniflare,
      addedSecrets,
      workerdPid: () => findWorkerdPid(port),
      stop,
    };
  } catch (error) {
    await miniflare.dispose();
    dismissGuard();
    unlockState();
    throw error;
  }
}

function workerOptions(
  name: string,
  bundlePath: string,
  configure: ServerOptions['configure'],
): V4WorkerOptions {
  const { workerOptions: fromConfig } = unstable_getMiniflareWorkerOptions(WRANGLER_CONFIG_PATH);
  const { modulesRules: _rules, rootPath: _root, ...rest } = fromConfig;
  const worker: V4WorkerOptions = {
    ...rest,
    bindings: { ...(rest.bindings as V4WorkerOptions['bindings']), ...readDevVars() },
    name,
    modules: [{ type: 'ESModule', path: bundlePath }],
    modulesRoot: dirname(bundlePath),
  };
  return configure?.(worker) ?? worker;
}

/** All of `.dev.vars`: wrangler itself gives on no other secrets than those that `wrangler.toml` requires. */
function readDevVars(): NonNullable<V4WorkerOptions['bindings']> {
  const vars = unstable_getVarsForDev(WRANGLER_CONFIG_PATH, undefined, {}, undefined, true);
  const values = Object.entries(vars).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(values);
}

function miniflareOptions(
  { stateDir, onLog = (line) => void process.stderr.write(`${line}\n`) }: ServerOptions,
  options: V4MiniflareOptions,
): MiniflareOptions {
  return {
    ...convertV4MiniflareOptions({
      ...options,
      host: '127.0.0.1',
      cf: false,
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: ({ message }) => onLog(message),
    }),
    // A conversion of options does not carry this one over.
    resourcePersistencePath: resolve(stateDir, 'v3'),
  };
}
