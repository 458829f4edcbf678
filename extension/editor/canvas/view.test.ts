import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBox, MAX_ZOOM, MIN_ZOOM, panBy, toCanvas, toScene, zoomAt } from './view.ts';

const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const point = fc.tuple(coordinate, coordinate);
const view = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
});

test('a point goes to the canvas and back', () => {
  fc.assert(
    fc.property(view, point, (v, p) => {
      const [x, y] = toScene(v, toCanvas(v, p));
      expect(x).toBeCloseTo(p[0], 6);
      expect(y).toBeCloseTo(p[1], 6);
    }),
  );
});

test('zooming keeps what is under the pointer there', () => {
  const anchor = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }));
  fc.assert(
    fc.property(view, anchor, fc.double({ min: 0.001, max: 100, noNaN: true }), (v, at, zoom) => {
      const before = toScene(v, at);
      const after = toScene(zoomAt(v, zoom, at), at);
      expect(after[0]).toBeCloseTo(before[0], 6);
      expect(after[1]).toBeCloseTo(before[1], 6);
    }),
  );
});

test('panning moves the content with the hand', () => {
  const before = { x: 10, y: 20, zoom: 2 };
  expect(toCanvas(panBy(before, 30, -8), [10, 20])).toEqual([30, -8]);
});

test('fitting shows all of a box between the bars, and never enlarges', () => {
  const size = { width: 800, height: 600 };
  const fitted = fitBox({ x: -100, y: 50, width: 4000, height: 100 }, size);
  expect(toCanvas(fitted, [1900, 100])[0]).toBeCloseTo(400, 6);
  expect(toCanvas(fitted, [1900, 100])[1]).toBeCloseTo(328, 6);
  expect(toCanvas(fitted, [-100, 50])[0]).toBeGreaterThan(0);
  expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, size).zoom).toBe(1);
});
