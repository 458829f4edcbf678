import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type MinifyOptions, minify } from 'terser';
import { findParts } from './find-parts.ts';

const OPTIONS: MinifyOptions = {
  module: true,
  toplevel: true,
  compress: { ecma: 2020, passes: 2, unsafe_arrows: true, keep_fargs: false },
  format: { ecma: 2020 },
};

/**
 * Minifies the scripts of a built extension once more: 2 % of the zip beside what the bundler's minifier leaves. Not
 * those that are loaded for Mermaid and PDF: ten times as much code, which nobody waits for.
 */
export async function minifyAgain(folder: string): Promise<void> {
  const files = new Map(
    globSync('**/*.{js,html}', { cwd: folder }).map((path) => [
      path,
      readFileSync(resolve(folder, path)),
    ]),
  );
  const { lazy } = findParts(files);
  for (const [path, bytes] of files) {
    if (!path.endsWith('.js') || lazy.has(path)) continue;
    const { code } = await minify(bytes.toString(), OPTIONS);
    if (code === undefined) throw new Error(`Nothing was left of ${path}`);
    writeFileSync(resolve(folder, path), code);
  }
}
