import { expect, test } from 'vitest';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../../shared/scene/model/scene.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import { cutOut } from '../../../shared/scene/operations/cut-out.ts';
import { groupByKind, pendingSuggestions } from './pending-suggestions.ts';
import { type PictureSuggestion, partsOf } from './picture-suggestion.ts';

const file = { mimeType: 'image/png', bytes: new Uint8Array(1), width: 400, height: 200 } as const;
const captured = { fileId: 'f', file, place: { x: 0, y: 0, width: 400, height: 200 } };
/** Shows two pixels to a unit. */
const image = makeElement('image', { id: 'i', fileId: 'f', x: 0, y: 0, width: 200, height: 100 });

const at = (kind: PictureSuggestion['kind'], x: number) =>
  partsOf({ kind, box: { x, y: 20, width: 40, height: 20 } }, [captured]);
const email = at('email', 100);

function sceneOf(change: Partial<typeof image> = {}): Scene {
  return addElements(EMPTY_SCENE, [{ ...image, ...change }], { f: file });
}

function placesIn(scene: Scene) {
  return pendingSuggestions([email], scene).flatMap(({ places }) => places);
}

function accept(scene: Scene): Scene {
  return addElements(
    scene,
    placesIn(scene).map((place) => makeElement('redaction', place)),
  );
}

test.each([
  ['where it was', {}, { x: 50, y: 10, width: 20, height: 10, angle: 0 }],
  ['moved', { x: 30, y: -5 }, { x: 80, y: 5 }],
  ['resized', { width: 400, height: 400 }, { x: 100, y: 40, width: 40, height: 40 }],
  ['flipped', { scale: [-1, 1] as const }, { x: 130, y: 10 }],
  ['turned half round', { angle: Math.PI }, { x: 130, y: 80, angle: Math.PI }],
  ['cropped', { crop: { x: 120, y: 0, width: 200, height: 200 } }, { x: 0, y: 10, width: 20 }],
])('a suggestion lies where its picture shows it: %s', (_, change, place) => {
  const [only, ...others] = placesIn(sceneOf(change));
  expect(others).toEqual([]);
  for (const [key, value] of Object.entries(place)) {
    expect(only?.[key as keyof typeof only], key).toBeCloseTo(value, 6);
  }
});

test('after a cut through it, both of its halves are covered', () => {
  const scene = cutOut(sceneOf(), { axis: 'vertical', start: 55, end: 60 });
  expect(placesIn(scene)).toMatchObject([
    { x: 50, width: 5 },
    { x: 55, width: 10 },
  ]);
  expect(placesIn(accept(scene))).toEqual([]);
});

test('what no picture shows any more is not offered', () => {
  expect(placesIn(sceneOf({ crop: { x: 0, y: 0, width: 50, height: 50 } }))).toEqual([]);
  expect(placesIn(EMPTY_SCENE)).toEqual([]);
});

test('an accepted one is offered again once it is seen again', () => {
  const scene = accept(sceneOf());
  expect(placesIn(scene)).toEqual([]);
  const moved = scene.elements.map((one) => (one.id === 'i' ? { ...one, x: one.x + 15 } : one));
  expect(placesIn({ ...scene, elements: moved })).toHaveLength(1);
  const behind = scene.elements.toReversed();
  expect(placesIn({ ...scene, elements: behind })).toHaveLength(1);
});

test('across tiles it is a part of each, in their own pixels', () => {
  const tile = (fileId: string, y: number) => ({ fileId, file, place: { ...captured.place, y } });
  const box = { x: 10, y: 190, width: 20, height: 30 };
  const { parts } = partsOf({ kind: 'iban', box }, [tile('a', 0), tile('b', 200), tile('c', 400)]);
  expect(parts).toEqual([
    { fileId: 'a', box: { ...box, height: 10 } },
    { fileId: 'b', box: { ...box, y: 0, height: 20 } },
  ]);
});

test('kinds come in one order, and only those that there are', () => {
  const pending = pendingSuggestions([at('phone', 1), at('email', 60), email], sceneOf());
  expect(groupByKind(pending).map(([kind, { length }]) => [kind, length])).toEqual([
    ['email', 2],
    ['phone', 1],
  ]);
});
