import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';

/** Where the built extension lies. */
export const UNPACKED = resolve(ROOT, 'dist/extension/chrome-mv3');

/** The files of the built extension, by their paths in it, in their order. */
export function readExtension(): ReadonlyMap<string, Buffer> {
  const paths = globSync('**/*', { cwd: UNPACKED }).sort();
  return new Map(
    paths
      .filter((path) => statSync(resolve(UNPACKED, path)).isFile())
      .map((path) => [path, readFileSync(resolve(UNPACKED, path))]),
  );
}
