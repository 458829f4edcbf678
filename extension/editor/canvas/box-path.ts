import { middleOf } from '../../../shared/scene/geometry/box.ts';
import type { Box, Point } from '../../../shared/scene/model/element.ts';
import { toCanvas, type View } from './view.ts';

/** The outline of a box of the scene, turned about its middle, on the canvas. */
export function boxPath(box: Box, angle: number, view: View): string {
  const [mx, my] = middleOf(box);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (dx: number, dy: number): Point => {
    const [x, y] = [(dx * box.width) / 2, (dy * box.height) / 2];
    return toCanvas(view, [mx + x * cos - y * sin, my + x * sin + y * cos]);
  };
  const corners = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  return `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}
