import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../model/element.ts';
import { snapToGrid, snapToNeighbours } from './snap-box.ts';
import { prepareSnap } from './snap-index.ts';

const place = fc.integer({ min: -100, max: 100 });
const side = fc.integer({ min: 0, max: 60 });
const box: fc.Arbitrary<Box> = fc.record({ x: place, y: place, width: side, height: side });

function placesOf({ x, width }: Box): number[] {
  return [x, x + width / 2, x + width];
}

test('the nearest place is found, as by looking at all', () => {
  fc.assert(
    fc.property(box, fc.array(box, { maxLength: 20 }), fc.nat(20), (moving, others, reach) => {
      const distances = placesOf(moving).flatMap((at) =>
        others.flatMap(placesOf).map((place) => Math.abs(place - at)),
      );
      const nearest = Math.min(Number.POSITIVE_INFINITY, ...distances);
      const across = [0, 0.5, 1];
      const { offset } = snapToNeighbours(moving, prepareSnap(others), reach, { across });
      expect(Math.abs(offset[0])).toBe(nearest <= reach ? nearest : 0);
    }),
  );
});

test('guides run along what lines up, from the first box to the last', () => {
  const others = [
    { x: 0, y: 0, width: 10, height: 10 },
    { x: 0, y: 100, width: 30, height: 10 },
  ];
  const moving = { x: 2, y: 30, width: 40, height: 20 };
  expect(snapToNeighbours(moving, prepareSnap(others), 5)).toEqual({
    offset: [-2, 0],
    guides: [{ from: [0, 0], to: [0, 110] }],
  });
});

test('only the sides that move may snap', () => {
  const index = prepareSnap([{ x: 0, y: 0, width: 10, height: 10 }]);
  const moving = { x: 1, y: 300, width: 50, height: 50 };
  expect(snapToNeighbours(moving, index, 5, { across: [1] }).offset).toEqual([0, 0]);
});

test('a grid takes the corner', () => {
  const [dx, dy] = snapToGrid({ x: 14, y: -7 }, 10);
  expect([14 + dx, -7 + dy]).toEqual([10, -10]);
});
