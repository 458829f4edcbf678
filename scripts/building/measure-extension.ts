import { globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';

const FOLDER = resolve(ROOT, 'dist/extension');

/** More than this would mean that something came in that nobody asked for. */
const ZIPPED_LIMIT_BYTES = 150_000;

export interface ExtensionSize {
  readonly unpackedBytes: number;
  readonly zippedBytes: number;
}

/** Measures the extension that was packed last; throws when it is over the limit. */
export function measureExtension(): ExtensionSize {
  const measure = (pattern: string) =>
    globSync(pattern, { cwd: FOLDER })
      .map((path) => statSync(resolve(FOLDER, path)))
      .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  const size = {
    unpackedBytes: measure('chrome-mv3/**/*'),
    zippedBytes: measure('*-chrome.zip'),
  };
  if (size.zippedBytes === 0) throw new Error(`There is no packed extension in ${FOLDER}`);
  if (size.zippedBytes > ZIPPED_LIMIT_BYTES) {
    throw new Error(`The extension is ${describeSize(size)}; at most 150 kB zipped are allowed`);
  }
  return size;
}

/** `412.3 kB unpacked, 131.0 kB zipped` */
export function describeSize({ unpackedBytes, zippedBytes }: ExtensionSize): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${kilobytes(unpackedBytes)} unpacked, ${kilobytes(zippedBytes)} zipped`;
}
