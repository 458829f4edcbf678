import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildExtension } from '../building/build-parts.ts';
import { ROOT } from '../root.ts';
import { readExtension, UNPACKED } from './extension-files.ts';
import { findParts } from './find-parts.ts';
import { writeZip } from './write-zip.ts';

/** Builds the Chrome extension, and packs it into `dist/extension/NAME-VERSION-chrome.zip`. */
export async function packExtension(): Promise<void> {
  await buildExtension();
  const files = readExtension();
  const { lazy } = findParts(files);
  const { name, version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));
  const zip = writeZip(files, (path) => lazy.has(path));
  writeFileSync(resolve(UNPACKED, `../${name}-${version}-chrome.zip`), zip);
}
