import { parse, resolve } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { ROOT } from '../root.ts';

/** The one source of bindings, limits and assets. */
export const WRANGLER_CONFIG_PATH = resolve(ROOT, 'wrangler.toml');

// Wrangler would announce `.dev.vars` on stdout at every start and keep logs of its own outside the project.
process.env.WRANGLER_LOG ??= 'warn';
process.env.WRANGLER_WRITE_LOGS ??= 'false';

/** What the scripts read of wrangler's own type, which it takes from a package that it does not ship. */
interface ConfigFile {
  readonly name: string | undefined;
  readonly main: string | undefined;
  readonly secrets?: { readonly required?: readonly string[] } | undefined;
  readonly triggers: { readonly crons?: readonly string[] };
  readonly d1_databases: readonly {
    readonly binding: string;
    readonly database_name?: string;
    readonly database_id?: string;
    readonly migrations_dir?: string;
  }[];
}

export interface WorkerConfig {
  readonly name: string;
  /** File name of the bundle that `wrangler deploy --dry-run` writes. */
  readonly bundleName: string;
  /** Those without which it is not deployed. */
  readonly requiredSecrets: readonly string[];
  readonly crons: readonly string[];
  readonly databases: readonly {
    readonly binding: string;
    readonly name: string;
    readonly id: string | undefined;
    readonly migrationsDir: string;
  }[];
}

/** Reads what the scripts themselves need from `wrangler.toml`. */
export function readWorkerConfig(): WorkerConfig {
  const config: ConfigFile = unstable_readConfig({ config: WRANGLER_CONFIG_PATH });
  if (config.name === undefined) throw new Error('wrangler.toml has no name');
  if (config.main === undefined) throw new Error('wrangler.toml has no main');
  return {
    name: config.name,
    bundleName: `${parse(config.main).name}.js`,
    requiredSecrets: config.secrets?.required ?? [],
    crons: config.triggers.crons ?? [],
    databases: config.d1_databases.map((database) => ({
      binding: database.binding,
      name: database.database_name ?? database.binding,
      id: database.database_id,
      migrationsDir: resolve(ROOT, database.migrations_dir ?? 'migrations'),
    })),
  };
}
