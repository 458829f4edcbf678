import type { Box } from '../../../shared/scene/model/element.ts';
import type { Size } from '../region/rect.ts';

/** What a canvas can have in every browser. */
export const LARGEST_SIDE = 32_767;
/** A canvas of that many pixels takes 256 MiB. */
export const LARGEST_AREA = 64 * 1024 * 1024;

/**
 * Cuts a picture into as few equal parts as canvases need.
 * @param size in the picture's own pixels
 * @returns parts from the top, and in each row from the left; one where one canvas is enough
 */
export function planTiles({ width, height }: Size): readonly Box[] {
  const columns = cut(width, LARGEST_SIDE);
  const widest = Math.max(0, ...columns.map(({ length }) => length));
  const rows = cut(height, Math.min(LARGEST_SIDE, Math.floor(LARGEST_AREA / Math.max(1, widest))));
  return rows.flatMap((row) =>
    columns.map((column) => ({
      x: column.start,
      y: row.start,
      width: column.length,
      height: row.length,
    })),
  );
}

function cut(length: number, longest: number) {
  const count = Math.ceil(length / longest);
  const step = Math.ceil(length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => ({
    start: i * step,
    length: Math.min(step, length - i * step),
  }));
}
