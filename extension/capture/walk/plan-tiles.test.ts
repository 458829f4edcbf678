import { expect, test } from 'vitest';
import { LARGEST_AREA, LARGEST_SIDE, planTiles } from './plan-tiles.ts';

test('a picture that fits a canvas stays whole', () => {
  expect(planTiles({ width: 1280, height: 9000 })).toEqual([
    { x: 0, y: 0, width: 1280, height: 9000 },
  ]);
});

test.each([
  { width: 1280, height: 60_000 },
  { width: 2560, height: 100_001 },
  { width: 40_000, height: 900 },
  { width: 12_000, height: 12_000 },
])('a larger one is cut without gaps: %j', (size) => {
  const tiles = planTiles(size);
  expect(tiles.length).toBeGreaterThan(1);
  const area = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  expect(area).toBe(size.width * size.height);
  for (const { x, y, width, height } of tiles) {
    expect(Math.max(width, height)).toBeLessThanOrEqual(LARGEST_SIDE);
    expect(width * height).toBeLessThanOrEqual(LARGEST_AREA);
    expect(x + width).toBeLessThanOrEqual(size.width);
    expect(y + height).toBeLessThanOrEqual(size.height);
    expect(Math.min(width, height)).toBeGreaterThan(0);
  }
  expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(tiles.length);
});

test('the parts are about equal, so that none is a mere strip', () => {
  const heights = planTiles({ width: 1000, height: LARGEST_SIDE + 9 }).map((tile) => tile.height);
  expect(heights).toEqual([(LARGEST_SIDE + 9) / 2, (LARGEST_SIDE + 9) / 2]);
});
