import { distance } from '../geometry/point.ts';
import type { Arrowhead, Point } from '../model/element.ts';
import { node } from './nodes.ts';
import { pair } from './numbers.ts';
import type { SvgNode } from './svg-node.ts';

export interface HeadPlace {
  readonly tip: Point;
  /** Where the way comes from, at some distance. */
  readonly from: Point;
  readonly size: number;
}

/** Length of a head at a line of this width and length. */
export function headSize(strokeWidth: number, length: number): number {
  return Math.min(8 + 4 * strokeWidth, Math.max(length / 2, 1));
}

/** How much shorter the line must be, so that it doesn't stick out of the head. */
export function headInset(head: Arrowhead | null, size: number): number {
  switch (head) {
    case 'triangle':
    case 'diamond':
      return size * 0.8;
    case 'dot':
      return size * 0.5;
    default:
      return 0;
  }
}

/** The head at the tip of a line. */
export function renderHead(
  head: Arrowhead,
  place: HeadPlace,
  color: string,
  strokeWidth: number,
): SvgNode {
  const at = (back: number, aside: number): Point => behindTip(place, back, aside);
  const { size } = place;
  const line = {
    stroke: color,
    'stroke-width': strokeWidth,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  const path = (points: readonly Point[], closed: boolean) =>
    node('path', {
      d: `M${points.map(pair).join('L')}${closed ? 'Z' : ''}`,
      fill: closed ? color : 'none',
      ...line,
    });
  switch (head) {
    case 'arrow':
      return path([at(size * 0.9, size * 0.45), at(0, 0), at(size * 0.9, -size * 0.45)], false);
    case 'triangle':
      return path([at(0, 0), at(size * 0.9, size * 0.4), at(size * 0.9, -size * 0.4)], true);
    case 'diamond':
      return path(
        [at(0, 0), at(size * 0.5, size * 0.3), at(size, 0), at(size * 0.5, -size * 0.3)],
        true,
      );
    case 'bar':
      return path([at(0, size * 0.45), at(0, -size * 0.45)], false);
    case 'dot': {
      const [cx, cy] = at(size * 0.3, 0);
      return node('circle', { cx, cy, r: size * 0.3, fill: color, ...line });
    }
  }
}

function behindTip({ tip, from }: HeadPlace, back: number, aside: number): Point {
  const length = distance(tip, from);
  const [ux, uy] =
    length === 0 ? [1, 0] : [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length];
  return [tip[0] - ux * back - uy * aside, tip[1] - uy * back + ux * aside];
}
