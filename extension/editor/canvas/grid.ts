import type { View } from './view.ts';

/** Lines closer than this would be a grey haze. */
const LEAST_PX = 8;

/** Lines on the canvas, in CSS pixels: one at `x` and `y`, and others each `step` from it. */
export interface GridLines {
  readonly x: number;
  readonly y: number;
  readonly step: number;
}

/** The lines of a grid of `gridSize` scene units; zoomed out, only each second, fourth and so on. */
export function gridLines({ x, y, zoom }: View, gridSize: number): GridLines {
  let size = gridSize;
  while (size * zoom < LEAST_PX) size *= 2;
  const before = (at: number) => (Math.floor(at / size) * size - at) * zoom;
  return { x: before(x), y: before(y), step: size * zoom };
}
