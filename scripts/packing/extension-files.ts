import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';

/** Where the built extension lies. */
export const UNPACKED = resolve(ROOT, 'dist/extension/chrome-mv3');

/** The files of the extension that was built into `folder`, by their paths in it, in their order. */
export function readExtension(folder = UNPACKED): ReadonlyMap<string, Buffer> {
  const paths = globSync('**/*', { cwd: folder }).sort();
  return new Map(
    paths
      .filter((path) => statSync(resolve(folder, path)).isFile())
      .map((path) => [path, readFileSync(resolve(folder, path))]),
  );
}
