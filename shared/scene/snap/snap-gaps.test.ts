import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../model/element.ts';
import { snapToNeighbours } from './snap-box.ts';
import { alongX, alongY, snapToGaps } from './snap-gaps.ts';
import { prepareSnap } from './snap-index.ts';

const box = (x: number, width = 20): Box => ({ x, y: 0, width, height: 30 });
const row = [box(0), box(50)];

test.each([
  ['behind two, as far as they are apart', 103, 100],
  ['before them', -52, -50],
  ['between two, in their middle', 62, 60, [box(0), box(120)]],
])('%s', (_, x, to, others = row) => {
  const moved = { ...box(x), y: 3 };
  const spans = others.map(alongX);
  expect(snapToGaps(alongX(moved), spans, 6)?.offset).toBe(to - x);
});

test('gaps are shown where both boxes are beside them', () => {
  const snapped = snapToGaps(alongX({ ...box(102), y: 10 }), row.map(alongX), 6);
  expect(snapped?.gaps).toEqual([
    { start: 20, end: 50, at: 15 },
    { start: 70, end: 100, at: 20 },
  ]);
});

test('not where it is too far away, beside the row, or the others touch', () => {
  expect(snapToGaps(alongX(box(110)), row.map(alongX), 6)).toBeNull();
  expect(snapToGaps(alongX({ ...box(103), y: 200 }), row.map(alongX), 6)).toBeNull();
  expect(snapToGaps(alongX(box(41)), [box(0), box(20)].map(alongX), 6)).toBeNull();
});

test('whatever is snapped has two equal gaps', () => {
  const place = fc.integer({ min: -200, max: 200 });
  const side = fc.integer({ min: 1, max: 60 });
  const any = fc.record({ x: place, y: place, width: side, height: side });
  fc.assert(
    fc.property(any, fc.array(any, { maxLength: 12 }), fc.nat(30), (moved, others, reach) => {
      const spans = others.map(alongY).sort((a, b) => a.from - b.from);
      const snapped = snapToGaps(alongY(moved), spans, reach);
      if (snapped === null) return;
      const [a, b] = snapped.gaps;
      expect(a.end - a.start).toBeCloseTo(b.end - b.start, 9);
      expect(Math.abs(snapped.offset)).toBeLessThanOrEqual(reach);
    }),
  );
});

test('a move takes edges and middles first, then gaps', () => {
  const index = prepareSnap(row);
  const behind = snapToNeighbours({ ...box(103), y: 200, height: 5 }, index, 6);
  expect(behind.offset).toEqual([0, 0]);
  const beside = snapToNeighbours({ ...box(103, 24), y: 2 }, index, 6);
  expect(beside.offset).toEqual([-3, -2]);
  expect(beside.guides).toContainEqual({ from: [70, 15], to: [100, 15], isGap: true });
  const resized = snapToNeighbours(box(103, 24), index, 6, { across: [1] });
  expect(resized.offset[0]).toBe(0);
});
