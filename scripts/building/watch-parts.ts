import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import { bundleWorker } from '../serving/bundle-worker.ts';
import type { RunningServer } from '../serving/run-server.ts';
import { buildExtension, buildViewer } from './build-parts.ts';

type Part = 'viewer' | 'worker' | 'extension';

/** What is built anew when something in a folder, or a file, changes. */
const PARTS_BY_PATH: Readonly<Record<string, readonly Part[]>> = {
  shared: ['viewer', 'worker', 'extension'],
  viewer: ['viewer'],
  worker: ['worker'],
  migrations: ['worker'],
  'wrangler.toml': ['worker'],
  extension: ['extension'],
  'wxt.config.ts': ['extension'],
};

/** An editor saves several files at once, and each in several steps. */
const SETTLING_MS = 150;

/** Builds a part anew whenever its sources change, and lets the server take it up. */
export function watchParts(server: RunningServer): void {
  const changed = new Set<Part>();
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const rebuild = async () => {
    const parts = new Set(changed);
    changed.clear();
    if (parts.size === 0) return;
    const startedAt = performance.now();
    try {
      if (parts.has('viewer')) await buildViewer();
      if (parts.has('worker')) await bundleWorker();
      if (parts.has('extension')) await buildExtension();
      if (parts.has('viewer') || parts.has('worker')) await server.restart();
      const took = Math.round(performance.now() - startedAt);
      console.log(`Built ${[...parts].join(', ')} in ${took} ms`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  };
  for (const [path, parts] of Object.entries(PARTS_BY_PATH)) {
    watch(resolve(ROOT, path), { recursive: true }, () => {
      for (const part of parts) changed.add(part);
      clearTimeout(timer);
      timer = setTimeout(() => {
        building = building.then(rebuild);
      }, SETTLING_MS);
    });
  }
}
