import type { Page } from '@playwright/test';
import { COLUMN, ROW } from './make-scene.ts';
import type { Gesture } from './measure-frames.ts';

/** Where the scene's first element lies on the canvas, and how large a scene unit is there. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Column and row of a filled rectangle near the middle. */
  readonly grab: readonly [column: number, row: number];
}

const MIDDLE = { x: 700, y: 430 };

/** There and back, so that as much is seen at the end as at the beginning. */
function swing(frame: number): number {
  return Math.floor(frame / 8) % 2 === 0 ? 1 : -1;
}

export async function panning(page: Page): Promise<Gesture> {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  return (frame) => page.mouse.wheel(12 * swing(frame), 8 * swing(frame));
}

export async function zooming(page: Page): Promise<Gesture> {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  await page.keyboard.down('Control');
  return (frame) => page.mouse.wheel(0, 10 * swing(frame));
}

/** Takes hold of one element in the middle, or of all in a square of ten by ten about it. */
export async function dragging(page: Page, placed: Placed, count: 1 | 100): Promise<Gesture> {
  const [column, row] = placed.grab;
  const at = (right: number, down: number) => ({
    x: placed.x + ((column + right) * COLUMN + 50) * placed.zoom,
    y: placed.y + ((row + down) * ROW + 28) * placed.zoom,
  });
  const taken = at(0, 0);
  await page.keyboard.press('v');
  if (count === 100) {
    // From one gap between the elements to another.
    const [from, to] = [at(-0.5, -0.5), at(9.5, 9.5)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  }
  await page.mouse.move(taken.x, taken.y);
  await page.mouse.down();
  return (frame) => page.mouse.move(taken.x + 10 + frame * 2, taken.y + (frame % 20));
}
