import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centreOf, unrotatedBox } from '../geometry/bounds.ts';
import { cornersOf } from '../geometry/box.ts';
import { rotatePoint } from '../geometry/point.ts';
import type { Point, SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { addElements } from './add-elements.ts';
import { type Resizing, resizeElements } from './resize-elements.ts';
import { measureEvenly } from './testing/arbitrary-operation.ts';

function resize(scene: Scene, ids: string[], resizing: Resizing): SceneElement[] {
  const after = resizeElements(scene, ids, resizing, measureEvenly);
  return ids.map((id) => findElement(after, id) as SceneElement);
}

const box = makeElement('rectangle', { id: 'a', x: 0, y: 0, width: 100, height: 50 });
const scene = addElements(EMPTY_SCENE, [
  box,
  makeElement('rectangle', { id: 'b', x: 200, y: 0, width: 100, height: 50 }),
  makeElement('text', { id: 't', x: 0, y: 100, text: 'one two three', width: 156, height: 25 }),
  makeElement('text', { id: 'l', containerId: 'a', text: 'one two three', width: 156, height: 25 }),
  makeElement('step', { id: 's', x: 0, y: 200, width: 30, height: 30 }),
]);

test('the opposite corner of a turned shape stays where it is', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      fc.integer({ min: -60, max: 200 }),
      fc.integer({ min: -30, max: 200 }),
      (angle, dx, dy) => {
        const turned = addElements(EMPTY_SCENE, [{ ...box, angle }]);
        const [after] = resize(turned, ['a'], { handle: 'se', offset: [dx, dy] });
        const corner = (element: SceneElement): Point =>
          rotatePoint(cornersOf(unrotatedBox(element))[0], centreOf(element), element.angle);
        const corners = cornersOf(unrotatedBox(after as SceneElement)).map((point) =>
          rotatePoint(point, centreOf(after as SceneElement), angle),
        );
        const [x, y] = corner({ ...box, angle });
        const nearest = Math.min(...corners.map(([cx, cy]) => Math.hypot(cx - x, cy - y)));
        expect(nearest).toBeLessThan(1e-6);
      },
    ),
  );
});

test('a side moves alone, from the middle both do', () => {
  expect(resize(scene, ['b'], { handle: 'e', offset: [20, 99] })).toMatchObject([
    { x: 200, width: 120, height: 50 },
  ]);
  expect(resize(scene, ['b'], { handle: 'e', offset: [20, 0], fromMiddle: true })).toMatchObject([
    { x: 180, width: 140 },
  ]);
});

test('several scale as one', () => {
  expect(resize(scene, ['a', 'b'], { handle: 'e', offset: [300, 0] })).toMatchObject([
    { x: 0, width: 200 },
    { x: 400, width: 200 },
  ]);
});

test('a text grows by its corner, and wraps at its side', () => {
  expect(resize(scene, ['t'], { handle: 'se', offset: [156, 25] })).toMatchObject([
    { fontSize: 40, width: 312, autoResize: true },
  ]);
  expect(resize(scene, ['t'], { handle: 'e', offset: [-60, 0] })).toMatchObject([
    { fontSize: 20, width: 96, lines: ['one two', 'three'], height: 50, autoResize: false },
  ]);
});

test('a label wraps anew in its shape, which grows where it must', () => {
  const after = resizeElements(scene, ['a'], { handle: 'e', offset: [-30, 0] }, measureEvenly);
  expect(findElement(after, 'l')).toMatchObject({ lines: ['one', 'two', 'three'], height: 75 });
  expect(findElement(after, 'a')).toMatchObject({ width: 70, height: 85 });
});

test('a badge stays round, and a shape that is dragged through itself comes out flipped', () => {
  expect(resize(scene, ['s'], { handle: 'se', offset: [30, 0] })).toMatchObject([
    { width: 60, height: 60 },
  ]);
  expect(resize(scene, ['b'], { handle: 'e', offset: [-150, 0] })).toMatchObject([
    { x: 150, width: 50 },
  ]);
});

test('what has hardly any length is moved, not stretched beyond all numbers', () => {
  const thin = ['v', 'w'].map((id) =>
    makeElement('rectangle', { id, x: 0, y: 0, width: Number.MIN_VALUE, height: 0 }),
  );
  const resizing = { handle: 'w', offset: [-20, 0], fromMiddle: true } as const;
  const after = resize(addElements(EMPTY_SCENE, thin), ['v', 'w'], resizing);
  for (const { x, width } of after) expect([x, width].every(Number.isFinite)).toBe(true);
});
