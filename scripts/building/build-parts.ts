import { runTool } from '../run-command.ts';
import { bundleWorker } from '../serving/bundle-worker.ts';

/** Builds the pages that the server serves into `dist/viewer`. */
export async function buildViewer(): Promise<void> {
  await runTool('vite', [
    'build',
    'viewer',
    '--config',
    'viewer/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
}

/** Builds the Chrome extension into `dist/extension/chrome-mv3`. */
export async function buildExtension(): Promise<void> {
  await runTool('wxt', ['build']);
}

/** Builds everything into `dist/`. */
export async function buildAll(): Promise<void> {
  // Wrangler looks at the viewer's files, the extension stands alone.
  await Promise.all([buildViewer().then(() => bundleWorker()), buildExtension()]);
}
