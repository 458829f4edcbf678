import { expect, test } from 'vitest';
import { boundsOf } from '../geometry/bounds.ts';
import { boxContains } from '../geometry/box.ts';
import type { SceneElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { addElements } from './add-elements.ts';
import { cutOut } from './cut-out.ts';

const file = { mimeType: 'image/png', bytes: new Uint8Array(1), width: 400, height: 800 } as const;
const BAND = { axis: 'horizontal', start: 100, end: 150 } as const;

function sceneOf(...elements: SceneElement[]): Scene {
  return addElements(EMPTY_SCENE, elements, { f: file });
}

function shape(id: string, y: number, height: number) {
  return makeElement('rectangle', { id, x: 0, y, width: 50, height });
}

/** 200 by 400 units that show 400 by 800 pixels. */
const image = makeElement('image', { id: 'i', fileId: 'f', x: 0, y: 0, width: 200, height: 400 });

let made = 0;
const cut = (scene: Scene, band: Parameters<typeof cutOut>[1] = BAND) =>
  cutOut(scene, band, () => `new${made++}`);

test('what lies before stays, what lies behind moves up, what lies inside goes, what lies across shrinks', () => {
  const scene = sceneOf(
    shape('a', 0, 90),
    shape('b', 110, 30),
    shape('c', 90, 100),
    shape('d', 200, 10),
  );
  const after = cut(scene);
  expect(after.elements[0]).toBe(scene.elements[0]);
  expect(after.elements.map(({ id, y, height }) => [id, y, height])).toEqual([
    ['a', 0, 90],
    ['c', 90, 50],
    ['d', 150, 10],
  ]);
});

test('an image becomes two that show its pixels but those of the band, and stays below what was above', () => {
  const after = cut(sceneOf(image, shape('above', 10, 5)));
  expect(after.elements.map((element) => element.type)).toEqual(['image', 'image', 'rectangle']);
  expect(after.elements[0]).toMatchObject({
    y: 0,
    height: 100,
    crop: { x: 0, y: 0, width: 400, height: 200 },
  });
  expect(after.elements[1]).toMatchObject({
    y: 100,
    height: 250,
    crop: { x: 0, y: 300, width: 400, height: 500 },
  });
});

test('of a cropped and flipped image the right pixels go', () => {
  const flipped = {
    ...image,
    scale: [1, -1] as const,
    crop: { x: 0, y: 400, width: 400, height: 400 },
  };
  const [first, second] = cut(sceneOf(flipped)).elements;
  expect(first).toMatchObject({ crop: { y: 700, height: 100 } });
  expect(second).toMatchObject({ crop: { y: 400, height: 250 } });
});

test('an image at the edge of the band is only clipped', () => {
  const [only, ...others] = cut(sceneOf({ ...image, y: 120 })).elements;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ y: 100, height: 370, crop: { y: 60, height: 740 } });
});

test('a vertical band cuts from side to side, and the scene’s crop with it', () => {
  const scene = { ...sceneOf(image), crop: { x: 0, y: 0, width: 200, height: 400 } };
  const after = cut(scene, { axis: 'vertical', start: 50, end: 100 });
  expect(after.elements).toMatchObject([
    { x: 0, width: 50, crop: { x: 0, width: 100 } },
    { x: 50, width: 100, crop: { x: 200, width: 200 } },
  ]);
  expect(after.crop).toMatchObject({ width: 150, height: 400 });
});

test('what a redaction covered of an image is covered after', () => {
  const cover = makeElement('redaction', { id: 'r', x: 10, y: 80, width: 50, height: 100 });
  const after = cut(sceneOf(image, cover));
  expect(after.elements.at(-1)).toMatchObject({ type: 'redaction', y: 80, height: 50 });
});

test.each([
  ['a redaction across the band', { y: 90, height: 40 }],
  ['a redaction that goes with the band', { y: 105, height: 20 }],
])('text that moves as one piece stays covered by %s', (_, at) => {
  const text = makeElement('text', {
    id: 't',
    x: 0,
    y: 95,
    width: 100,
    height: 75,
    text: 'a\nb\nc',
  });
  const cover = makeElement('redaction', { id: 'r', x: 0, width: 100, ...at });
  const after = cut(sceneOf(text, cover));
  const moved = after.elements.find(({ id }) => id === 't') as SceneElement;
  const hidden = { x: 0, y: at.y + moved.y - 95, width: 100, height: at.height };
  const covers = after.elements.filter(({ type }) => type === 'redaction').map(boundsOf);
  expect(covers.some((box) => boxContains(box, hidden))).toBe(true);
});

test('a turned redaction covers on both sides of the cut', () => {
  const cover = makeElement('redaction', {
    id: 'r',
    x: 10,
    y: 80,
    width: 50,
    height: 100,
    angle: 0.4,
  });
  const covers = cut(sceneOf(image, cover)).elements.filter(({ type }) => type === 'redaction');
  expect(covers.map(({ y }) => y)).toEqual([80, 30]);
});
