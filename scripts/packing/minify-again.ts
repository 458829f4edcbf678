import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type MinifyOptions, minify } from 'terser';
import { readExtension } from './extension-files.ts';
import { findParts } from './find-parts.ts';

const COMPRESS = { ecma: 2020, passes: 2, unsafe_arrows: true, keep_fargs: false } as const;
const MODULE: MinifyOptions = {
  module: true,
  toplevel: true,
  compress: COMPRESS,
  format: { ecma: 2020 },
};
/** Of a script that runs in a page, what its last statement gives is its answer. */
const PAGE_SCRIPT: MinifyOptions = {
  ...MODULE,
  module: false,
  toplevel: false,
  compress: { ...COMPRESS, expression: true },
};

/**
 * Minifies the scripts of a built extension once more: 2 % of the zip beside what the bundler's minifier leaves. Not
 * those that are loaded for Mermaid and PDF: ten times as much code, which nobody waits for.
 */
export async function minifyAgain(folder: string): Promise<void> {
  const files = readExtension(folder);
  const { lazy } = findParts(files);
  for (const [path, bytes] of files) {
    if (!path.endsWith('.js') || lazy.has(path)) continue;
    const isModule = path.startsWith('chunks/') || path === 'background.js';
    const { code } = await minify(bytes.toString(), isModule ? MODULE : PAGE_SCRIPT);
    if (code === undefined) throw new Error(`Nothing was left of ${path}`);
    writeFileSync(resolve(folder, path), code);
  }
}
