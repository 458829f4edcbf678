import type { Page } from '@playwright/test';
import { EXTENSION_PATH, ExtensionBrowser } from '../e2e/support/extension-browser.ts';
import { TestSite } from '../e2e/support/test-site.ts';
import { putExcalidraw } from './editor/build-excalidraw.ts';
import { Editors } from './editor/editors.ts';
import { dragging, type Placed, panning, zooming } from './editor/gestures.ts';
import { findGrab, makeSceneFile } from './editor/make-scene.ts';
import { type Gesture, measureFrames } from './editor/measure-frames.ts';
import type { BenchRow } from './table.ts';

export const name = 'The editor against Excalidraw on the same scenes';

const SIZES = [1000, 5000];

const ACTIONS: Readonly<Record<string, (page: Page, placed: Placed) => Promise<Gesture>>> = {
  pan: panning,
  zoom: zooming,
  'drag 1 element': (page, placed) => dragging(page, placed, 1),
  'drag 100 elements': (page, placed) => dragging(page, placed, 100),
};

export async function run(): Promise<BenchRow[]> {
  const site = await TestSite.create();
  try {
    await putExcalidraw(site);
    const rows: BenchRow[] = [];
    for (const size of SIZES) rows.push(...(await measureSize(site, size)));
    return rows;
  } finally {
    await site.destroy();
  }
}

async function measureSize(site: TestSite, size: number): Promise<BenchRow[]> {
  const file = makeSceneFile(size);
  site.put('/scene.excalidraw', file, 'application/json');
  const extension = await ExtensionBrowser.launch({
    deviceScale: 1,
    extensionPath: EXTENSION_PATH,
  });
  try {
    const editors = new Editors(extension, site);
    await editors.keepScene(file, findGrab(size));
    const rows: BenchRow[] = [];
    if (size === 5000) {
      rows.push(
        await compare(`open ${size} elements`, 0.5, 'ms', (which) => editors.measureOpening(which)),
      );
      rows.push(
        await compare(`memory with ${size} elements open`, 0.5, 'MB', (which) =>
          editors.measureMemory(which),
        ),
      );
    }
    for (const [action, make] of Object.entries(ACTIONS)) {
      rows.push(
        await compare(`${action}, ${size} elements in view`, 1, 'ms a frame', async (which) => {
          const { page, placed } = await editors.open(which);
          const took = await measureFrames(page, await make(page, placed));
          await page.close();
          return took;
        }),
      );
    }
    return rows;
  } finally {
    await extension.close();
  }
}

async function compare(
  measure: string,
  atMost: number,
  unit: string,
  take: (which: 'inkseal' | 'excalidraw') => Promise<number>,
): Promise<BenchRow> {
  const own = await take('inkseal');
  const other = await take('excalidraw');
  const ratio = own / other;
  return {
    measure,
    result: `${ratio.toFixed(2)}x (${own.toFixed(1)} against ${other.toFixed(1)} ${unit})`,
    target: `at most ${atMost.toFixed(1)}x`,
    met: ratio <= atMost,
  };
}
