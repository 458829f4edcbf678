import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import { findLazyFiles } from './lazy-parts.ts';
import { readZipEntries } from './zip-entries.ts';

const FOLDER = resolve(ROOT, 'dist/extension');
const UNPACKED = resolve(FOLDER, 'chrome-mv3');

/** Without the lazy parts. The aim is 250 kB (docs/decisions/0030-the-extensions-size.md); until then it may not grow. */
const ZIPPED_LIMIT_BYTES = 376_000;

export interface ExtensionSize {
  readonly unpackedBytes: number;
  /** Of the zip without what only Mermaid and PDF need. */
  readonly zippedBytes: number;
  /** Of the parts that are loaded only for Mermaid and PDF. */
  readonly lazyZippedBytes: number;
}

/** Measures the extension that was packed last; throws when it is over the limit. */
export function measureExtension(): ExtensionSize {
  const [zipPath] = globSync('*-chrome.zip', { cwd: FOLDER });
  if (zipPath === undefined) throw new Error(`There is no packed extension in ${FOLDER}`);
  const zip = readFileSync(resolve(FOLDER, zipPath));
  const files = globSync('**/*', { cwd: UNPACKED })
    .map((path) => ({ path, stat: statSync(resolve(UNPACKED, path)) }))
    .filter(({ stat }) => stat.isFile());
  const sources = new Map(
    files.map(({ path }) => [path, readFileSync(resolve(UNPACKED, path), 'utf8')]),
  );
  const lazyFiles = findLazyFiles(sources);
  const lazyZippedBytes = [...readZipEntries(zip)]
    .filter(([path]) => lazyFiles.has(path))
    .reduce((sum, [, bytes]) => sum + bytes, 0);
  const size = {
    unpackedBytes: files.reduce((sum, { stat }) => sum + stat.size, 0),
    zippedBytes: zip.length - lazyZippedBytes,
    lazyZippedBytes,
  };
  if (size.zippedBytes > ZIPPED_LIMIT_BYTES) {
    throw new Error(
      `The extension is ${describeSize(size)}; at most ${ZIPPED_LIMIT_BYTES / 1000} kB zipped are allowed without the lazy parts`,
    );
  }
  return size;
}

/** `5.3 MB unpacked, 131.0 kB zipped, and 1.3 MB zipped that only Mermaid and PDF load` */
export function describeSize(size: ExtensionSize): string {
  const { unpackedBytes, zippedBytes, lazyZippedBytes } = size;
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${kilobytes(unpackedBytes)} unpacked, ${kilobytes(zippedBytes)} zipped, and ${kilobytes(lazyZippedBytes)} zipped that only Mermaid and PDF load`;
}
