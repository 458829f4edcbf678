import { expect, test } from 'vitest';
import { type Color, makeMosaic } from './mosaic.ts';

const RED: Color = [255, 0, 0];
const BLUE: Color = [0, 0, 255];

test('each block has a colour between those around', () => {
  const { columns, rows, colors } = makeMosaic({
    above: [RED, RED, RED],
    below: [BLUE, BLUE, BLUE],
    left: [RED, BLUE],
    right: [RED, BLUE],
  });
  expect([columns, rows, colors.length]).toEqual([3, 2, 6]);
  const [upper, lower] = [colors[1] as Color, colors[4] as Color];
  expect(upper[0]).toBeGreaterThan(upper[2]);
  expect(lower[2]).toBeGreaterThan(lower[0]);
});

test('a side that is not seen counts for nothing, and without any side blocks are grey', () => {
  const none = [undefined];
  expect(makeMosaic({ above: [RED], below: none, left: none, right: none }).colors).toEqual([RED]);
  expect(makeMosaic({ above: none, below: none, left: none, right: none }).colors).toEqual([
    [128, 128, 128],
  ]);
});
