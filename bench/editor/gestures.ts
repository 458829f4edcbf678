import type { Page } from '@playwright/test';
import type { Gesture } from './measure-frames.ts';

/** Where the scene's first element lies on the canvas, and how large a scene unit is there. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
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

/** Takes hold of one element, or of all that lie in a square of ten by ten. */
export async function dragging(page: Page, placed: Placed, count: 1 | 100): Promise<Gesture> {
  const at = (column: number, row: number) => ({
    x: placed.x + (column * 140 + 50) * placed.zoom,
    y: placed.y + (row * 90 + 28) * placed.zoom,
  });
  const first = at(0, 0);
  await page.keyboard.press('v');
  if (count === 100) {
    const last = at(9, 9);
    const reach = { x: 60 * placed.zoom, y: 40 * placed.zoom };
    await page.mouse.move(first.x - reach.x, first.y - reach.y);
    await page.mouse.down();
    await page.mouse.move(last.x + reach.x, last.y + reach.y, { steps: 4 });
    await page.mouse.up();
  }
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  return (frame) => page.mouse.move(first.x + frame * 2, first.y + (frame % 20));
}
