import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../model/element.ts';
import { areaOf, type Convex, cutPath, isInside, spanBetween, subtract } from './convex.ts';
import { turnedCorners } from './cover.ts';

const coordinate = fc.double({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true });
const size = fc.double({ min: 1, max: 80, noNaN: true, noDefaultInfinity: true });
const angle = fc.double({ min: 0, max: 6, noNaN: true, noDefaultInfinity: true });
const cover = fc
  .record({ x: coordinate, y: coordinate, width: size, height: size, angle })
  .map(({ angle, ...box }): Convex => turnedCorners(box, angle));
const point = fc.tuple(coordinate, coordinate);
const SQUARE: Convex = turnedCorners({ x: 0, y: 0, width: 10, height: 10 }, 0);

/** Whether `point` lies inside of `area` by more than rounding. */
function isWellInside(area: Convex, [x, y]: Point): boolean {
  const near: readonly Point[] = [
    [x - 1e-3, y - 1e-3],
    [x + 1e-3, y + 1e-3],
    [x - 1e-3, y + 1e-3],
    [x + 1e-3, y - 1e-3],
  ];
  return near.every((corner) => isInside(area, corner));
}

test('what is left of a path lies outside of every cover, and nothing else is lost', () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 2, maxLength: 8 }),
      fc.array(cover, { maxLength: 4 }),
      fc.nat(1000),
      (path, covers, thousandths) => {
        const parts = cutPath(path, covers);
        for (const part of parts) {
          for (let i = 1; i < part.length; i++) {
            const [a, b] = [part[i - 1], part[i]].map((at) => at?.point) as [Point, Point];
            const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
            expect(covers.some((area) => isWellInside(area, middle))).toBe(false);
          }
        }
        const at = (thousandths / 1000) * (path.length - 1);
        const from = path[Math.floor(at)] as Point;
        const to = path[Math.ceil(at)] as Point;
        const share = at - Math.floor(at);
        const seen: Point = [
          from[0] + (to[0] - from[0]) * share,
          from[1] + (to[1] - from[1]) * share,
        ];
        if (covers.some((area) => isInside(area, seen))) return;
        const isKept = parts.some(
          (part) => (part[0]?.at ?? 0) <= at + 1e-6 && (part.at(-1)?.at ?? 0) >= at - 1e-6,
        );
        expect(isKept).toBe(true);
      },
    ),
  );
});

test('taking a cover away leaves its area less', () => {
  fc.assert(
    fc.property(cover, cover, point, (outline, area, probe) => {
      const pieces = subtract(outline, [area]);
      const isLeft = pieces.some((piece) => isWellInside(piece, probe));
      if (isWellInside(area, probe)) expect(isLeft).toBe(false);
      const left = pieces.reduce((sum, piece) => sum + areaOf(piece), 0);
      expect(left).toBeLessThanOrEqual(areaOf(outline) + 1e-6);
      if (isWellInside(outline, probe) && !isInside(area, probe)) {
        expect(pieces.some((piece) => isInside(piece, probe))).toBe(true);
      }
    }),
  );
});

test('a path along the edge of a cover is seen', () => {
  expect(cutPath([...SQUARE, [0, 0]], [SQUARE])).toHaveLength(1);
  expect(subtract(SQUARE, [SQUARE])).toEqual([]);
});

test('a point of no length is inside or not', () => {
  expect(
    cutPath(
      [
        [5, 5],
        [5, 5],
      ],
      [SQUARE],
    ),
  ).toEqual([]);
  expect(
    cutPath(
      [
        [15, 5],
        [15, 5],
      ],
      [SQUARE],
    ),
  ).toHaveLength(1);
});

test('a span is as wide as the area is in the band', () => {
  const diamond: Convex = [
    [5, 0],
    [10, 5],
    [5, 10],
    [0, 5],
  ];
  expect(spanBetween(diamond, 4, 6)).toEqual([0, 10]);
  expect(spanBetween(diamond, 0, 1)).toEqual([4, 6]);
  expect(spanBetween(diamond, 11, 12)).toBeUndefined();
});
