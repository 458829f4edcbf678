import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import type { Sources } from './module-graph.ts';

const PATTERN = '{shared,extension,viewer,cli,worker}/**/*.{ts,tsx}';

/** Tests and what only tests and tools load may import what they need. */
const NOT_PRODUCT =
  /\.test\.tsx?$|\.config\.ts$|\.d\.ts$|(^|\/)(server-tests|tests?|testing|vectors)\//;

/** Reads every source file of the product. */
export function readSources(): Sources {
  const paths = globSync(PATTERN, { cwd: ROOT }).filter((path) => !NOT_PRODUCT.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(resolve(ROOT, path), 'utf8')]));
}
