import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleScript } from '../../scripts/browsers/bundle-script.ts';
import { encodeBase64 } from '../../shared/scene/formats/base64.ts';
import { writeInkseal } from '../../shared/scene/formats/inkseal/write-inkseal.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import type { TestSite } from './test-site.ts';

const ENTRY = resolve(import.meta.dirname, '../../extension/export/testing/in-page.ts');

export interface MadeFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ExportOptions {
  readonly formats: readonly string[];
  readonly scale?: number;
  readonly background?: boolean;
  readonly oversize?: 'shrink' | 'split';
  readonly opensInExcalidraw?: boolean;
}

/** Opens a page that holds the extension's exports, for the functions below. */
export async function openExports(page: Page, site: TestSite): Promise<void> {
  site.put('/', '<!doctype html><title>Exports</title>');
  site.put('/exports.js', await bundleScript(ENTRY), 'text/javascript');
  await page.goto(site.url);
}

/** The files that the extension makes of a scene, the ZIP of all of them last. */
export function exportScene(page: Page, scene: Scene, options: ExportOptions): Promise<MadeFile[]> {
  return run(page, 'exportInPage', scene, complete(options));
}

/** What an export says of its steps that is stopped in its second one. */
export async function stopExport(
  page: Page,
  scene: Scene,
  options: ExportOptions,
): Promise<string> {
  const [said] = await run(page, 'stopInPage', scene, complete(options));
  return said?.bytes.toString() ?? '';
}

function complete(options: ExportOptions): object {
  return { scale: 1, background: true, oversize: 'shrink', stem: 'made', ...options };
}

/** What the extension would share of a scene: pictures, and the editable source last. */
export function shareScene(page: Page, scene: Scene): Promise<MadeFile[]> {
  return run(page, 'shareInPage', scene, {});
}

/** What copying these elements of a scene puts on the clipboard. */
export function copyElements(
  page: Page,
  scene: Scene,
  ids: readonly string[],
): Promise<MadeFile[]> {
  return run(page, 'copyInPage', scene, ids);
}

async function run(page: Page, name: string, scene: Scene, options: object): Promise<MadeFile[]> {
  const inkseal = encodeBase64(writeInkseal(scene));
  // A string: the test's own compiler would rewrite an import.
  const files = (await page.evaluate(
    `import('/exports.js').then((made) => made.${name}(${JSON.stringify(inkseal)}, ${JSON.stringify(options)}))`,
  )) as { name: string; base64: string }[];
  return files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
}
