import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../../scripts/root.ts';

/**
 * Bundles the Worker that can be stopped. No deployment has it, and wrangler takes several times as long.
 *
 * @returns the bundle's path
 */
export async function bundleStoppingWorker(outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: {
      noExternal: true,
      target: 'webworker',
      resolve: { conditions: ['workerd', 'worker', 'browser', 'import'] },
    },
    build: {
      ssr: 'worker/server-tests/stopping-worker/index.ts',
      outDir,
      target: 'es2024',
      minify: true,
      copyPublicDir: false,
      emptyOutDir: true,
      rolldownOptions: {
        external: /^cloudflare:/,
        output: { entryFileNames: 'index.js', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'index.js');
}
