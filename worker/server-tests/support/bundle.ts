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

/** Bundles the Worker once for all files, as a deployment would. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-bundle-'));
  project.provide('bundlePath', await bundleWorker(folder));
  return () => rm(folder, { recursive: true, force: true });
}
