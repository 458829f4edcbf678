import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import { runTool } from '../run-command.ts';
import { readWorkerConfig } from './worker-config.ts';

/**
 * Bundles the Worker exactly as a deployment would, offline and without a login.
 *
 * @param outDir where to write, `dist/worker` unless told
 * @param entry an `index.ts` other than `wrangler.toml` names: a benchmark's
 * @returns the bundle's absolute path
 */
export async function bundleWorker(
  outDir = resolve(ROOT, 'dist/worker'),
  entry?: string,
): Promise<string> {
  // wrangler refuses to bundle while the assets' folder is missing; tests of the API alone have none.
  await mkdir(resolve(ROOT, 'dist/viewer'), { recursive: true });
  await runTool(
    'wrangler',
    ['deploy', ...(entry ? [entry] : []), '--dry-run', '--outdir', outDir],
    {
      env: { WRANGLER_SEND_METRICS: 'false', CI: 'true' },
    },
  );
  return resolve(outDir, readWorkerConfig().bundleName);
}
