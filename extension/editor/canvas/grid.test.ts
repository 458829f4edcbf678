import { expect, test } from 'vitest';
import { gridLines } from './grid.ts';
import { toCanvas } from './view.ts';

test('a line goes through the origin of the scene, wherever the view is', () => {
  const view = { x: -33, y: 47, zoom: 1.5 };
  const { x, y, step } = gridLines(view, 20);
  const [left, top] = toCanvas(view, [0, 0]);
  expect(step).toBe(30);
  expect((left - x) / step).toBeCloseTo(Math.round((left - x) / step), 9);
  expect((top - y) / step).toBeCloseTo(Math.round((top - y) / step), 9);
  expect(x).toBeLessThanOrEqual(0);
  expect(y).toBeLessThanOrEqual(0);
});

test('zoomed out, lines are left out before they run together', () => {
  expect(gridLines({ x: 0, y: 0, zoom: 0.1 }, 20)).toEqual({ x: 0, y: 0, step: 8 });
});
