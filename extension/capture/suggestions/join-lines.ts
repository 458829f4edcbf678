import type { Rect } from '../region/rect.ts';

/** Farther apart than this, in CSS pixels, two boxes of a line are two. */
const GAP = 4;

/** One box a line: a text in several elements has a box for each of them. */
export function joinLines(boxes: readonly Rect[]): readonly Rect[] {
  const lines: Rect[] = [];
  for (const box of boxes) {
    if (box.width <= 0 || box.height <= 0) continue;
    const last = lines.at(-1);
    if (last && areOneLine(last, box)) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines;
}

function areOneLine(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const gap = Math.max(a.left, b.left) - Math.min(a.left + a.width, b.left + b.width);
  return shared > Math.min(a.height, b.height) / 2 && gap <= GAP;
}

function around(a: Rect, b: Rect): Rect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}
