import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../crypto/bytes.ts';
import type { ElementType } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { readPngText, writePngText } from '../png-chunks/png-text.ts';
import { readInkseal, readInksealPng } from './read-inkseal.ts';
import { embedInPng, writeInkseal } from './write-inkseal.ts';

const png = new Uint8Array(PNG.sync.write(new PNG({ width: 3, height: 2 })));

const linear = { points: [[0, 0] as const, [10, 5] as const] };
const scene: Scene = {
  ...EMPTY_SCENE,
  elements: [
    makeElement('rectangle', {
      id: 'a',
      x: 1.5,
      width: 20,
      height: 10,
      link: 'https://a.example',
      boundElements: [{ id: 'b', type: 'arrow' }],
    }),
    makeElement('arrow', {
      id: 'b',
      ...linear,
      startBinding: { elementId: 'a', focus: 0.5, gap: 3 },
    }),
    makeElement('text', { id: 'c', text: 'Grüße 👋 "\\' }),
    makeElement('image', { id: 'd', fileId: 'f', crop: { x: 0, y: 0, width: 1, height: 1 } }),
    makeElement('redaction', { id: 'e', style: 'pixelate' }),
    makeElement('freedraw', { id: 'g', ...linear, pressures: [0.5, 1], foreign: { seed: 4 } }),
  ],
  files: { f: { mimeType: 'image/png', bytes: png, width: 3, height: 2 } },
  attachments: [{ name: 'a.mmd', type: 'text/plain', bytes: utf8('graph TD') }],
  crop: { x: 0, y: 0, width: 5, height: 5 },
  gridSize: 20,
};

/** The file of `scene` with one thing changed. */
function changed(change: (json: Record<string, unknown>) => unknown): Uint8Array {
  const json = JSON.parse(new TextDecoder().decode(writeInkseal(scene)));
  return utf8(JSON.stringify(change(json)));
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readInkseal(bytes);
  return result.ok ? 'ok' : result.code;
}

describe('the native file', () => {
  it('gives back what was written', async () => {
    expect(await readInkseal(writeInkseal(scene))).toEqual({ ok: true, scene, losses: [] });
  });

  it.each([
    'rectangle',
    'ellipse',
    'diamond',
    'line',
    'arrow',
    'freedraw',
    'text',
    'highlight',
    'step',
    'redaction',
    'image',
    'frame',
  ] satisfies ElementType[])('holds a %s', async (type) => {
    const one: Scene = { ...scene, elements: [makeElement<ElementType>(type, { id: 'x' })] };
    expect(await readInkseal(writeInkseal(one))).toMatchObject({ ok: true, scene: one });
  });

  it('tells a newer version from a broken file', async () => {
    expect(await codeOf(changed((json) => ({ ...json, version: 2 })))).toBe('newer-version');
    expect(await codeOf(changed((json) => ({ ...json, type: 'other' })))).toBe('broken');
    expect(await codeOf(changed((json) => ({ ...json, elements: [{ type: 'rectangle' }] })))).toBe(
      'broken',
    );
    expect(await codeOf(writeInkseal(scene).subarray(0, 400))).toBe('broken');
    expect(await codeOf(Uint8Array.of(0xff, 0xfe))).toBe('broken');
  });

  it('believes a picture, not what the file says of it', async () => {
    const result = await readInkseal(
      changed((json) => {
        const [[id, file]] = Object.entries(json.files as object) as [[string, object]];
        return { ...json, files: { [id]: { ...file, mimeType: 'text/html', width: 9e9 } } };
      }),
    );
    expect(result.ok && result.scene.files.f).toMatchObject({ mimeType: 'image/png', width: 3 });
  });

  it('travels in a PNG, whose pixels stay', async () => {
    const picture = await embedInPng(png, scene);
    expect(await readInksealPng(picture)).toEqual({ ok: true, scene, losses: [] });
    expect(PNG.sync.read(Buffer.from(picture)).data).toEqual(PNG.sync.read(Buffer.from(png)).data);
    expect(await readInksealPng(await embedInPng(picture, EMPTY_SCENE))).toMatchObject({
      scene: EMPTY_SCENE,
    });
    expect(await readInksealPng(png)).toBeUndefined();
    expect(await readInksealPng(picture.subarray(0, picture.length - 20))).toMatchObject({
      code: 'broken',
    });
  });
});

describe('text in a PNG', () => {
  it('is found under its keyword only', async () => {
    const picture = await writePngText(await writePngText(png, 'one', 'Grüße'), 'two', '');
    expect(await readPngText(picture, 'one')).toBe('Grüße');
    expect(await readPngText(picture, 'two')).toBe('');
    expect(await readPngText(picture, 'three')).toBeUndefined();
  });
});
