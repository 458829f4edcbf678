import { resolve } from 'node:path';
import { PNG } from 'pngjs';
import { checkScene } from '../shared/scene/formats/check-scene.ts';
import { readExcalidraw } from '../shared/scene/formats/excalidraw/read-excalidraw.ts';
import { writeExcalidraw } from '../shared/scene/formats/excalidraw/write-excalidraw.ts';
import { makeElement } from '../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../shared/scene/model/scene.ts';
import { expect, test } from './fixtures.ts';

const box = { x: 10, y: 20, width: 90, height: 60 };
const points = [
  [0, 0],
  [80, 40],
] as const;

test('Excalidraw opens what we write, and we read what it saves as the same', async ({
  page,
  site,
}) => {
  test.slow();
  const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 9, height: 6 })));
  const scene = checkScene({
    ...EMPTY_SCENE,
    backgroundColor: '#fff9db',
    gridSize: 20,
    files: { f: { mimeType: 'image/png', bytes, width: 9, height: 6 } },
    elements: [
      makeElement('frame', { id: 'frame', ...box, width: 400, name: 'Frame' }),
      makeElement('rectangle', { id: 'a', ...box, rounded: true, frameId: 'frame', locked: true }),
      makeElement('ellipse', { id: 'b', ...box, x: 200, groupIds: ['in', 'out'], opacity: 40 }),
      makeElement('diamond', {
        id: 'c',
        ...box,
        angle: 1,
        strokeStyle: 'dashed',
        link: 'https://a.example/',
      }),
      makeElement('text', {
        ...box,
        id: 't',
        text: 'Grüße 👋',
        containerId: 'a',
        fontFamily: 'hand',
      }),
      makeElement('arrow', {
        ...{ id: 'x', ...box, points, startArrowhead: 'dot', endArrowhead: 'triangle' },
        ...{ width: 80, height: 40, rounded: true },
        startBinding: { elementId: 'a', focus: 0.5, gap: 4 },
        endBinding: { elementId: 'b', focus: 0, gap: 1 },
      }),
      makeElement('line', { id: 'l', ...box, width: 80, height: 40, points }),
      makeElement('freedraw', {
        id: 'd',
        ...box,
        width: 80,
        height: 40,
        points,
        pressures: [0.5, 1],
      }),
      makeElement('image', {
        id: 'i',
        ...box,
        fileId: 'f',
        scale: [-1, 1],
        crop: { x: 1, y: 1, width: 3, height: 2 },
      }),
      makeElement('highlight', { id: 'h', ...box }),
      makeElement('step', { id: 's', ...box, number: 7, restartAt: 7 }),
      makeElement('redaction', { id: 'r', ...box, style: 'pixelate' }),
    ],
  });
  site.put('/restore.js', await bundleRestore(), 'text/javascript; charset=utf-8');
  await page.goto(site.put('/', '<!doctype html><script src="/restore.js"></script>'));
  const saved = await page.evaluate(
    (text) => (globalThis as unknown as RestorePage).openAndSave(text),
    writeExcalidraw(scene).text,
  );
  const result = await readExcalidraw(saved);
  if (!result.ok) throw new Error(result.message);
  const elements = result.scene.elements.map(({ foreign: _, ...own }) => own);
  expect({ ...result.scene, elements }).toEqual(scene);
});

interface RestorePage {
  openAndSave(text: string): string;
}

async function bundleRestore(): Promise<string> {
  const { build } = await import('vite');
  const results = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: {
        entry: resolve(import.meta.dirname, 'support/excalidraw-restore.ts'),
        formats: ['iife'],
        name: 'made',
      },
    },
  });
  const [result] = [results].flat();
  if (result === undefined || !('output' in result)) throw new Error('Nothing was bundled.');
  return result.output[0].code;
}
