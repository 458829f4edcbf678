import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { toDataUrl } from '../base64.ts';
import {
  embedExcalidrawInPng,
  embedExcalidrawInSvg,
  readExcalidrawPng,
  readExcalidrawSvg,
} from './payload.ts';
import { readExcalidraw } from './read-excalidraw.ts';
import { writeExcalidraw, writeExcalidrawClipboard } from './write-excalidraw.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../../e2e/fixtures/diagrams/excalidraw');
const png = new Uint8Array(PNG.sync.write(new PNG({ width: 40, height: 20 })));

async function read(json: object | string): Promise<{ scene: Scene; losses: readonly unknown[] }> {
  const result = await readExcalidraw(typeof json === 'string' ? json : JSON.stringify(json));
  if (!result.ok) throw new Error(result.code);
  return result;
}

async function codeOf(json: object): Promise<string> {
  const result = await readExcalidraw(JSON.stringify(json));
  return result.ok ? 'ok' : result.code;
}

const file = (...elements: object[]) => ({ type: 'excalidraw', version: 2, elements });

/** All that a scene of these elements becomes in Excalidraw. */
const written = (...elements: SceneElement[]) =>
  JSON.parse(writeExcalidraw({ ...EMPTY_SCENE, elements }).text).elements;

describe('a real file of Excalidraw', () => {
  it('goes in and out without loss', async () => {
    const text = await readFile(resolve(SAMPLES, 'whiteboard.excalidraw'), 'utf8');
    const { scene, losses } = await read(text);
    expect(losses).toEqual([]);
    expect(scene.elements.map(({ type }) => type)).toContain('diamond');
    const out = JSON.parse(writeExcalidraw(scene).text);
    const before = JSON.parse(text);
    expect(out.elements).toEqual(before.elements);
    expect(out.appState.viewBackgroundColor).toBe(before.appState.viewBackgroundColor);
  });

  it('is found in its PNG and its SVG', async () => {
    const text = await readFile(resolve(SAMPLES, 'whiteboard.excalidraw'), 'utf8');
    const elements = JSON.parse(text).elements.map(({ id }: { id: string }) => id);
    const inPng = await readExcalidrawPng(await readFile(resolve(SAMPLES, 'whiteboard.png')));
    const inSvg = await readExcalidrawSvg(
      await readFile(resolve(SAMPLES, 'whiteboard.svg'), 'utf8'),
    );
    for (const found of [inPng, inSvg]) {
      expect((await read(found ?? '')).scene.elements.map(({ id }) => id)).toEqual(elements);
    }
  });
});

describe('what only Excalidraw knows', () => {
  const raw = {
    id: 'a',
    type: 'arrow',
    x: 1,
    y: 2,
    width: 30,
    height: 40,
    angle: 0,
    strokeColor: 'red',
    backgroundColor: 'transparent',
    fillStyle: 'hachure',
    strokeWidth: 4,
    strokeStyle: 'dashed',
    roughness: 2,
    opacity: 80,
    groupIds: ['in', 'out'],
    frameId: null,
    index: 'a1V',
    roundness: { type: 2, value: 8 },
    seed: 1234,
    version: 17,
    versionNonce: 99,
    isDeleted: false,
    boundElements: null,
    updated: 1700000000000,
    link: 'https://a.example',
    locked: true,
    customData: { mine: [1, { deep: true }] },
    points: [
      [0, 0],
      [30, 40],
    ],
    lastCommittedPoint: [1, 1],
    startBinding: { elementId: 'b', focus: 0.25, gap: 5, fixedPoint: [0.5, 1.1] },
    endBinding: null,
    startArrowhead: 'crowfoot_many',
    endArrowhead: 'circle_outline',
    elbowed: true,
    fixedSegments: null,
    startIsSpecial: null,
    endIsSpecial: null,
    somethingNew: 'kept',
  };

  const shape = {
    ...{ id: 'b', type: 'ellipse', x: 0, y: 0, width: 9, height: 9, index: 'a2' },
    boundElements: [{ id: 'a', type: 'arrow' }],
  };

  it('comes back', async () => {
    const { scene, losses } = await read(file(raw, shape));
    expect(scene.elements[0]).toMatchObject({ strokeColor: '#ff0000', endArrowhead: 'dot' });
    expect(losses).toHaveLength(1);
    expect(written(...scene.elements)).toMatchObject([raw, shape]);
  });

  it('gives way where the scene says something else by now', async () => {
    const [arrow] = (await read(file(raw))).scene.elements as [SceneElement & { type: 'arrow' }];
    const [changed] = written({
      ...arrow,
      endArrowhead: 'triangle',
      strokeColor: '#00ff00',
      rounded: false,
      startBinding: null,
    });
    expect(changed).toMatchObject({
      endArrowhead: 'triangle',
      startArrowhead: 'crowfoot_many',
      strokeColor: '#00ff00',
      roundness: null,
      startBinding: null,
      seed: 1234,
    });
  });

  it('tells wrapped text from text', async () => {
    const text = {
      ...{ id: 't', type: 'text', x: 0, y: 0, width: 50, height: 50, fontFamily: 1 },
      ...{ text: 'one\ntwo', originalText: 'one two', fontSize: 20, lineHeight: 1.25 },
    };
    const [element] = (await read(file(text))).scene.elements as [SceneElement & { type: 'text' }];
    expect(element).toMatchObject({
      text: 'one two',
      lines: ['one', 'two'],
      fontFamily: 'hand',
    });
    expect(written(element)[0]).toMatchObject(text);
    expect(
      written({ ...element, text: 'three', lines: null, fontFamily: 'mono' })[0],
    ).toMatchObject({
      text: 'three',
      originalText: 'three',
      fontFamily: 8,
    });
  });

  it('shows pages and missing pictures as boxes', async () => {
    const page = {
      id: 'p',
      type: 'embeddable',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      link: 'https://a',
    };
    const picture = { id: 'i', type: 'image', x: 0, y: 0, width: 9, height: 9, fileId: 'gone' };
    const { scene, losses } = await read(file(page, picture, { id: 's', type: 'selection' }));
    expect(scene.elements.map(({ type }) => type)).toEqual(['rectangle', 'rectangle']);
    expect(losses).toHaveLength(3);
    expect(written(...scene.elements)).toMatchObject([page, picture]);
  });
});

describe('pictures', () => {
  const dataURL = toDataUrl('image/png', png);
  const image = {
    ...{ id: 'i', type: 'image', x: 0, y: 0, width: 20, height: 10, fileId: 'f', scale: [-1, 1] },
    crop: { x: 10, y: 0, width: 40, height: 40, naturalWidth: 80, naturalHeight: 40 },
  };
  const files = { f: { id: 'f', mimeType: 'image/png', dataURL, created: 5 } };

  it('come with their bytes, cropped in their own pixels', async () => {
    const { scene } = await read({ ...file(image), files });
    expect(scene.files.f).toEqual({ mimeType: 'image/png', bytes: png, width: 40, height: 20 });
    expect(scene.elements[0]).toMatchObject({
      crop: { x: 5, y: 0, width: 20, height: 20 },
      scale: [-1, 1],
    });
    const out = JSON.parse(writeExcalidraw(scene).text);
    expect(out.elements).toMatchObject([image]);
    expect(out.files.f).toMatchObject({ id: 'f', mimeType: 'image/png', dataURL });
  });

  it('are left out where they are none', async () => {
    const bad = { ...files.f, dataURL: 'data:image/png;base64,AAAA' };
    const away = { ...files.f, dataURL: 'https://a.example/x.png' };
    const { scene, losses } = await read({ ...file(image), files: { f: bad, g: away } });
    expect(scene.files).toEqual({});
    expect(losses).toContainEqual({
      what: 'Pictures that are broken, too large or of an unknown kind',
      count: 2,
    });
  });

  it('go to the clipboard with the elements that show them', async () => {
    const { scene } = await read({ ...file(image), files: { ...files, other: files.f } });
    const clip = JSON.parse(writeExcalidrawClipboard(scene.elements, scene));
    expect(clip.type).toBe('excalidraw/clipboard');
    expect(Object.keys(clip.files)).toEqual(['f']);
    expect((await read(clip)).scene.elements).toHaveLength(1);
  });
});

describe('what only a scene knows', () => {
  const box = { x: 1, y: 2, width: 30, height: 20 };

  it('goes out as plain shapes and comes back', async () => {
    const elements = [
      makeElement('highlight', { id: 'h', ...box }),
      makeElement('step', { id: 's', ...box, number: 4, restartAt: 3 }),
      makeElement('redaction', { id: 'r', ...box, style: 'pixelate' }),
    ];
    const raws = written(...elements);
    expect(raws.map(({ type }: SceneElement) => type)).toEqual([
      'rectangle',
      'ellipse',
      'text',
      'rectangle',
    ]);
    expect(raws[2]).toMatchObject({ text: '4', containerId: 's' });
    const back = (await read(file(...raws))).scene.elements;
    expect(back.map(({ foreign: _, ...own }) => own)).toEqual(elements);
    expect(written(...back)).toEqual(raws);
  });

  it('covers without a hole, whatever scene or file say', () => {
    const covers = written(
      makeElement('redaction', {
        ...{ ...box, opacity: 20, backgroundColor: 'transparent', rounded: true },
        ...{ fillStyle: 'hachure', strokeStyle: 'dotted' },
        foreign: { opacity: 10, fillStyle: 'zigzag', backgroundColor: '#ffffff01', seed: 8 },
      }),
      makeElement('redaction', { ...box, backgroundColor: '#ff000080' }),
    );
    for (const cover of covers) {
      expect(cover).toMatchObject({
        type: 'rectangle',
        backgroundColor: '#1e1e1e',
        fillStyle: 'solid',
        opacity: 100,
        roundness: null,
      });
    }
  });

  it('is said to be lost where it is', () => {
    const attachments = [{ name: 'a', type: 'text/plain', bytes: png }];
    const { losses } = writeExcalidraw({ ...EMPTY_SCENE, attachments, crop: box });
    expect(losses.map(({ what }) => what)).toEqual([
      'Attachments',
      'The crop of the whole picture',
    ]);
  });
});

describe('pictures that hold a scene', () => {
  it('are written as Excalidraw reads them', async () => {
    const json = JSON.stringify({ ...file(), note: 'Grüße 👋' });
    expect(await readExcalidrawPng(await embedExcalidrawInPng(png, json))).toBe(json);
    expect(await readExcalidrawSvg(await embedExcalidrawInSvg('<svg><g/></svg>', json))).toBe(json);
    expect(await readExcalidrawPng(png)).toBeUndefined();
    expect(await readExcalidrawSvg('<svg/>')).toBeUndefined();
  });
});

describe('a file that no tool would write', () => {
  it.each([
    ['broken', { type: 'excalidraw' }],
    ['broken', { type: 'other', elements: [] }],
    ['broken', file([] as unknown as object)],
    ['bad-number', file({ type: 'rectangle', x: null })],
    ['bad-number', file({ type: 'rectangle', width: '9' })],
    ['bad-number', file({ type: 'rectangle', width: 1e300 })],
    ['bad-number', file({ type: 'line', points: [[0, null]] })],
    ['unsafe-content', file({ type: 'rectangle', id: 'constructor' })],
    ['unsafe-content', { ...file(), files: { toString: {} } }],
    ['too-many-elements', file(...Array.from({ length: 20_001 }, () => ({ type: 'ellipse' })))],
  ])('is refused as %s', async (code, json) => {
    expect(await codeOf(json)).toBe(code);
  });

  it('has each id once', async () => {
    const { scene } = await read(file({ type: 'ellipse', id: 'a' }, { type: 'ellipse', id: 'a' }));
    expect(new Set(scene.elements.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a library', () => {
  it('is laid out', async () => {
    const item = (id: string) => ({
      elements: [{ id, type: 'ellipse', x: 500, width: 900, height: 9 }],
    });
    const { scene } = await read({ type: 'excalidrawlib', libraryItems: [item('a'), item('b')] });
    expect(scene.elements).toMatchObject([
      { x: 0, y: 0 },
      { x: 0, y: 49 },
    ]);
    expect(
      (await read({ type: 'excalidrawlib', library: [item('a').elements] })).scene.elements,
    ).toHaveLength(1);
  });
});
