import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateSmall } from './deflate/deflate.ts';
import { readExtension, UNPACKED } from './extension-files.ts';
import { findParts } from './find-parts.ts';
import { readZipEntries } from './zip-entries.ts';

/** See docs/decisions/0030-the-extensions-size.md. */
const ZIPPED_LIMIT_BYTES = 250_000;
const WORDS = '_locales/en/messages.json';

export interface ExtensionSize {
  readonly unpackedBytes: number;
  /** Of the zip without the lazy parts and those of accounts. */
  readonly zippedBytes: number;
  /** Of the parts that are loaded only for Mermaid and PDF. */
  readonly lazyZippedBytes: number;
  /** Of those of the lazy parts that are loaded for other things, too. */
  readonly sharedZippedBytes: number;
  /** Of the pages and words of accounts and of operators, and of code that only they bring. */
  readonly accountZippedBytes: number;
}

/** Measures the extension that was packed last; throws when it is over the limit. */
export function measureExtension(): ExtensionSize {
  const [zipPath] = globSync('*-chrome.zip', { cwd: resolve(UNPACKED, '..') });
  if (zipPath === undefined) throw new Error(`There is no packed extension beside ${UNPACKED}`);
  const zip = readFileSync(resolve(UNPACKED, '..', zipPath));
  const entries = [...readZipEntries(zip)];
  const files = readExtension();
  const parts = findParts(files);
  const sum = (isCounted: (path: string) => boolean) =>
    entries.filter(([path]) => isCounted(path)).reduce((all, [, bytes]) => all + bytes, 0);
  const lazyZippedBytes = sum((path) => parts.lazy.has(path));
  const accountZippedBytes =
    sum((path) => parts.accounts.has(path)) + wordsOfAccounts(files.get(WORDS));
  const size = {
    unpackedBytes: [...files.values()].reduce((all, { length }) => all + length, 0),
    zippedBytes: zip.length - lazyZippedBytes - accountZippedBytes,
    lazyZippedBytes,
    sharedZippedBytes: sum((path) => parts.sharedLazy.has(path)),
    accountZippedBytes,
  };
  if (size.zippedBytes > ZIPPED_LIMIT_BYTES) {
    throw new Error(
      `The extension is ${describeSize(size)}; at most ${ZIPPED_LIMIT_BYTES / 1000} kB zipped are allowed without the lazy parts and those of accounts`,
    );
  }
  return size;
}

/** What the words of accounts add to the packed ones. */
function wordsOfAccounts(file: Buffer | undefined): number {
  if (file === undefined) return 0;
  const { accountWords, ...others } = JSON.parse(file.toString());
  const packed = (value: object) => deflateSmall(Buffer.from(JSON.stringify(value))).length;
  return packed({ ...others, accountWords }) - packed(others);
}

export function describeSize(size: ExtensionSize): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    `${kilobytes(size.unpackedBytes)} unpacked; zipped ${kilobytes(size.zippedBytes)}`,
    `${kilobytes(size.accountZippedBytes)} for accounts and operators`,
    `and ${kilobytes(size.lazyZippedBytes)} that are loaded for Mermaid and PDF (${kilobytes(size.sharedZippedBytes)} of them also for other things)`,
  ].join(', ');
}
