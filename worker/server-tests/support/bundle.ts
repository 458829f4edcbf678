import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleWorker } from '../../../scripts/serving/miniflare.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly bundlePath: string;
  }
}

/**
 * Bundles the Worker once for all files, as a deployment would. `npm test`, which has just done that, says where:
 * `WORKER_BUNDLE`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { WORKER_BUNDLE } = process.env;
  if (WORKER_BUNDLE !== undefined) {
    project.provide('bundlePath', WORKER_BUNDLE);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-bundle-'));
  project.provide('bundlePath', await bundleWorker(folder));
  return () => rm(folder, { recursive: true, force: true });
}
