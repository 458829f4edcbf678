import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { boundsOf, scenePoints } from './bounds.ts';
import { boxAround, boxHasPoint, growBox, intersectBoxes, uniteBoxes } from './box.ts';
import { elementsAt, elementsInBox, hitsElement } from './hit-test.ts';
import { distanceToOutline, outlinePoint } from './outline.ts';
import { midpointOf } from './path.ts';
import { distance, distanceToSegment, normaliseAngle, rotatePoint } from './point.ts';

const place = fc.integer({ min: -300, max: 300 });
const side = fc.integer({ min: 10, max: 300 });
const angle = fc.double({ min: 0, max: 6.28, noNaN: true });
const point: fc.Arbitrary<Point> = fc.tuple(place, place);

const shape = fc
  .record({
    type: fc.constantFrom('rectangle' as const, 'ellipse' as const, 'diamond' as const),
    x: place,
    y: place,
    width: side,
    height: side,
    angle,
  })
  .map(({ type, ...box }) => makeElement(type, { id: 's', ...box, backgroundColor: '#ffffff' }));

test('boxes unite and meet', () => {
  const a = { x: 0, y: 0, width: 10, height: 10 };
  const b = { x: 5, y: -5, width: 10, height: 10 };
  expect(uniteBoxes([a, b])).toEqual({ x: 0, y: -5, width: 15, height: 15 });
  expect(intersectBoxes(a, b)).toEqual({ x: 5, y: 0, width: 5, height: 5 });
  expect(intersectBoxes(a, { ...b, x: 10 })).toBeNull();
  expect(uniteBoxes([])).toBeNull();
  expect(boxAround([])).toBeNull();
});

test('turning there and back is staying', () => {
  fc.assert(
    fc.property(point, point, angle, (at, centre, by) => {
      expect(distance(rotatePoint(rotatePoint(at, centre, by), centre, -by), at)).toBeLessThan(
        1e-9,
      );
    }),
  );
  expect(normaliseAngle(-Math.PI / 2)).toBeCloseTo((3 * Math.PI) / 2);
  expect(normaliseAngle(4 * Math.PI)).toBe(0);
});

test('the end of a way into a shape lies on the way and at its gap', () => {
  fc.assert(
    fc.property(shape, angle, fc.integer({ min: 0, max: 20 }), (element, from, gap) => {
      const centre: Point = [element.x + element.width / 2, element.y + element.height / 2];
      const far = rotatePoint([centre[0] + 2000, centre[1]], centre, from);
      const end = outlinePoint(element, far, centre, gap);
      expect(distanceToSegment(end, far, centre)).toBeLessThan(1e-6);
      const grown = element.type === 'ellipse' ? { ...element, ...growBox(element, gap) } : element;
      const wanted = element.type === 'ellipse' ? 0 : gap;
      expect(distanceToOutline(grown, end)).toBeCloseTo(wanted, 3);
    }),
  );
});

test('bounds hold all that is hit', () => {
  fc.assert(
    fc.property(shape, point, (element, at) => {
      if (hitsElement(element, at, 0))
        expect(boxHasPoint(growBox(boundsOf(element), element.strokeWidth), at)).toBe(true);
    }),
  );
});

test('an empty shape is hit at its line, a filled one inside too', () => {
  const empty = makeElement('rectangle', { x: 0, y: 0, width: 100, height: 100 });
  expect(hitsElement(empty, [50, 50], 4)).toBe(false);
  expect(hitsElement(empty, [50, 3], 4)).toBe(true);
  expect(hitsElement({ ...empty, backgroundColor: '#ffffff' }, [50, 50], 0)).toBe(true);
  const ellipse = makeElement('ellipse', { width: 100, height: 100, backgroundColor: '#ffffff' });
  expect(hitsElement(ellipse, [5, 5], 0)).toBe(false);
  expect(hitsElement({ ...ellipse, type: 'diamond' }, [50, 10], 0)).toBe(true);
});

test('lines are hit along their way, turned and curved ones too', () => {
  const points: Point[] = [
    [0, 0],
    [100, 0],
  ];
  const line = makeElement('line', { points });
  expect(hitsElement(line, [50, 3], 4)).toBe(true);
  expect(hitsElement(line, [50, 9], 4)).toBe(false);
  expect(hitsElement({ ...line, angle: Math.PI / 2 }, [50, 40], 4)).toBe(true);
  const curve = makeElement('line', {
    rounded: true,
    points: [
      [0, 0],
      [50, 50],
      [100, 0],
    ],
  });
  expect(scenePoints(curve).length).toBeGreaterThan(3);
  expect(hitsElement(curve, [50, 50], 1)).toBe(true);
});

test('the frontmost is hit first, and a marquee takes what lies in it', () => {
  const box = { x: 0, y: 0, width: 40, height: 40, backgroundColor: '#ffffff' };
  const scene = {
    ...EMPTY_SCENE,
    elements: [
      makeElement('rectangle', { id: 'a', ...box }),
      makeElement('rectangle', { id: 'b', ...box, x: 20 }),
    ],
  };
  expect(elementsAt(scene, [30, 20], 0)).toEqual(['b', 'a']);
  const marquee = { x: -5, y: -5, width: 50, height: 50 };
  expect(elementsInBox(scene, marquee, 'within')).toEqual(['a']);
  expect(elementsInBox(scene, marquee, 'touching')).toEqual(['a', 'b']);
});

test('halfway along a way is halfway of its length', () => {
  expect(
    midpointOf([
      [0, 0],
      [10, 0],
      [10, 30],
    ]),
  ).toEqual([10, 10]);
  expect(midpointOf([[3, 4]])).toEqual([3, 4]);
});
