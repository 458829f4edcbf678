import { boxOfCorners } from '../../../../shared/scene/geometry/box.ts';
import type { Box, Point } from '../../../../shared/scene/model/element.ts';

/** The box of a drag: with Shift a square, with Alt about where the drag began. */
export function boxOfDrag(
  from: Point,
  to: Point,
  { shift, alt }: { readonly shift: boolean; readonly alt: boolean },
): Box {
  let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (shift) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    [dx, dy] = [dx < 0 ? -side : side, dy < 0 ? -side : side];
  }
  const start: Point = alt ? [from[0] - dx, from[1] - dy] : from;
  return boxOfCorners(start, [from[0] + dx, from[1] + dy]);
}
