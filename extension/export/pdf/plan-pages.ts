import type { Box } from '../../../shared/scene/model/element.ts';

/** Height to width of a page on which a tall capture goes on: that of A4. */
const PAGE_RATIO = Math.SQRT2;
/** From this ratio on a drawing is cut into pages. */
const TALL_RATIO = 2.5;

/** The parts of a drawing that become pages, from the top. */
export function planPages(box: Box): readonly Box[] {
  if (box.height / box.width < TALL_RATIO) return [box];
  const count = Math.ceil(box.height / (box.width * PAGE_RATIO));
  const height = box.width * PAGE_RATIO;
  return Array.from({ length: count }, (_, page) => {
    const top = page * height;
    return { ...box, y: box.y + top, height: Math.min(height, box.height - top) };
  });
}
