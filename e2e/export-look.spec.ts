import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { findInkscape } from '../scripts/browsers/find-browser.ts';
import { readInksealPng } from '../shared/scene/formats/inkseal/read-inkseal.ts';
import type { Point } from '../shared/scene/model/element.ts';
import { makeElement } from '../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../shared/scene/model/scene.ts';
import { expect, test } from './fixtures.ts';
import { exportScene, type MadeFile, openExports, stopExport } from './support/export-steps.ts';

/* Exports look alike wherever they are opened. */

test.use({ baseURL: undefined });
test.beforeEach(async ({ page, site }) => openExports(page, site));

function makePicture(width: number, height: number) {
  const png = new PNG({ width, height });
  for (let i = 0; i < width * height; i++) {
    png.data.set([(i * 7) & 255, 90, ((i / width) * 3) & 255, 255], i * 4);
  }
  return {
    mimeType: 'image/png' as const,
    bytes: new Uint8Array(PNG.sync.write(png)),
    width,
    height,
  };
}

/** One of everything that can be drawn. */
function makeGallery(): Scene {
  const wave = Array.from({ length: 30 }, (_, i): Point => [i * 3, 10 * Math.sin(i / 2)]);
  const bend: readonly Point[] = [
    [0, 0],
    [120, 40],
    [200, 0],
  ];
  return {
    ...EMPTY_SCENE,
    elements: [
      makeElement('image', { x: 200, y: 0, width: 120, height: 90, fileId: 'picture', angle: 0.2 }),
      makeElement('ellipse', {
        width: 80,
        height: 50,
        backgroundColor: '#a5d8ff',
        fillStyle: 'hachure',
      }),
      makeElement('diamond', {
        y: 70,
        width: 80,
        height: 50,
        backgroundColor: '#ffc9c9',
        rounded: true,
      }),
      makeElement('rectangle', {
        y: 140,
        width: 80,
        height: 50,
        rounded: true,
        strokeStyle: 'dashed',
        angle: 0.3,
      }),
      makeElement('arrow', {
        y: 230,
        points: bend,
        width: 200,
        height: 40,
        rounded: true,
        startArrowhead: 'dot',
        endArrowhead: 'triangle',
      }),
      makeElement('line', {
        x: 100,
        y: 10,
        points: [
          [0, 0],
          [60, 60],
        ],
        width: 60,
        height: 60,
        strokeStyle: 'dotted',
      }),
      makeElement('step', { x: 100, y: 100, width: 40, height: 40, number: 12 }),
      makeElement('highlight', { x: 100, y: 160, width: 100, height: 30 }),
      makeElement('freedraw', { x: 220, y: 150, width: 90, height: 20, points: wave }),
      makeElement('redaction', { x: 220, y: 200, width: 60, height: 20 }),
      makeElement('frame', { x: 210, y: 190, width: 110, height: 60, name: 'Frame name' }),
      makeElement('text', {
        y: 290,
        width: 200,
        height: 35,
        text: 'Hand written',
        fontFamily: 'hand',
        fontSize: 28,
      }),
      makeElement('text', {
        x: 170,
        y: 290,
        width: 200,
        height: 25,
        text: 'mono = "code"',
        fontFamily: 'mono',
      }),
      makeElement('text', {
        y: 340,
        width: 300,
        height: 50,
        text: 'Centred AVATAR To\nGrüße, 10 €',
        textAlign: 'center',
      }),
    ],
    files: { picture: makePicture(240, 180) },
  };
}

/** Share of pixels that differ by more than an edge drawn in another manner. */
function differingShare(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  const VISIBLE = 96;
  const isFar = (at: number) => Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > VISIBLE;
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if (isFar(at) || isFar(at + 1) || isFar(at + 2)) count++;
  }
  return count / (a.width * a.height);
}

/** Height in pixels of a picture, which the page can decode: the largest ones take seconds anywhere else. */
function readHeight(page: Page, file: MadeFile | undefined): Promise<number> {
  if (!file) throw new Error('There is no such file');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    return image.naturalHeight;
  }, file.bytes.toString('base64'));
}

async function drawInChromium(page: Page, svg: Buffer, scale: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([svg, scale]) => {
      const image = new Image();
      image.src = `data:image/svg+xml;base64,${svg}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(image.naturalWidth * scale);
      canvas.height = Math.round(image.naturalHeight * scale);
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [svg.toString('base64'), scale] as const,
  );
  return Buffer.from(base64, 'base64');
}

test('an SVG looks in Inkscape as it does in Chromium, letters included', async ({ page }) => {
  const inkscape = findInkscape();
  test.skip(inkscape === undefined, 'There is no Inkscape here, and none could be installed');
  const [svg] = await exportScene(page, makeGallery(), { formats: ['svg'] });
  if (!svg || !inkscape) throw new Error('Something is missing');
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-svg-'));
  try {
    const [source, target] = [join(folder, 'made.svg'), join(folder, 'made.png')];
    await writeFile(source, svg.bytes);
    await promisify(execFile)(inkscape, [source, '-o', target, '-d', '192']);
    const chromium = await drawInChromium(page, svg.bytes, 2);
    expect(differingShare(await readFile(target), chromium)).toBeLessThan(0.002);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an SVG stands alone, and a browser draws it as the PNG is', async ({ page }) => {
  const [png, svg] = await exportScene(page, makeGallery(), { formats: ['png', 'svg'], scale: 2 });
  if (!png || !svg) throw new Error('Something is missing');
  const source = svg.bytes.toString();
  expect(source.match(/(?:href|src)="(?!data:)[^"#]*"|url\((?!#|data:)[^)]*\)/g)).toBeNull();
  expect(differingShare(png.bytes, await drawInChromium(page, svg.bytes, 2))).toBeLessThan(0.005);
});

test('a PDF has the text to be selected, shapes as vectors, and tall captures on pages', async ({
  page,
}) => {
  const tall: Scene = {
    ...EMPTY_SCENE,
    elements: [
      makeElement('image', { width: 300, height: 2000, fileId: 'picture' }),
      makeElement('text', { y: 1900, width: 100, height: 25, text: 'At the end' }),
    ],
    files: { picture: makePicture(300, 2000) },
  };
  for (const [scene, pages, words] of [
    [makeGallery(), 1, ['Hand written', 'mono = "code"', 'Grüße, 10 €', '12', 'Frame name']],
    [tall, 5, ['At the end']],
  ] as const) {
    const [made] = await exportScene(page, scene, { formats: ['pdf'] });
    const data = new Uint8Array(made?.bytes ?? []);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    expect(pdf.numPages).toBe(pages);
    const { items } = await (await pdf.getPage(pages)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('|');
    for (const word of words) expect(text).toContain(word);
    await pdf.destroy();
  }
});

test('a PNG opens again as the scene, and may be transparent', async ({ page }) => {
  const [png] = await exportScene(page, makeGallery(), {
    formats: ['png'],
    scale: 3,
    background: false,
  });
  const bytes = new Uint8Array(png?.bytes ?? []);
  const read = await readInksealPng(bytes);
  if (!read?.ok) throw new Error('The scene is not in it');
  expect(read.scene.elements.map(({ type }) => type)).toEqual(
    makeGallery().elements.map(({ type }) => type),
  );
  expect(PNG.sync.read(Buffer.from(bytes)).data[3]).toBe(0);
});

test('what is too large for one picture becomes a smaller one, or several', async ({ page }) => {
  test.slow();
  const scene: Scene = {
    ...EMPTY_SCENE,
    elements: [
      makeElement('rectangle', { width: 400, height: 20_000, backgroundColor: '#ff8800' }),
    ],
  };
  const [small] = await exportScene(page, scene, { formats: ['png'], oversize: 'shrink' });
  expect(await readHeight(page, small)).toBeLessThanOrEqual(16_384);
  const parts = await exportScene(page, scene, { formats: ['png'], oversize: 'split' });
  expect(parts.map(({ name }) => name)).toEqual(['made-1.png', 'made-2.png', 'all.zip']);
  const [first, second] = parts;
  const heights = [await readHeight(page, first), await readHeight(page, second)];
  expect(heights.reduce((sum, height) => sum + height, 0)).toBe(20_034);
});

test('an export says how far it is, and stops when it is told to', async ({ page }) => {
  const said = await stopExport(page, makeGallery(), { formats: ['png', 'svg', 'mermaid'] });
  expect(said).toBe('0 of 3, 1 of 3, AbortError');
});
