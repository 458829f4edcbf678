import type { Point } from '../model/element.ts';
import { centreOf } from './bounds.ts';
import { boxAround, middleOf } from './box.ts';
import type { PathElement } from './path.ts';
import { rotatePoint } from './point.ts';

/** The points of `element` itself (no curve flattened) in the scene, its angle taken in. */
export function pathInScene(element: PathElement): readonly Point[] {
  const centre = centreOf(element);
  return element.points.map(([x, y]) =>
    rotatePoint([element.x + x, element.y + y], centre, element.angle),
  );
}

/** `element` along `points` of the scene, upright; at least one point. */
export function withPath<Element extends PathElement>(
  element: Element,
  points: readonly Point[],
): Element {
  const [x, y] = points[0] ?? middleOf(element);
  const relative = points.map((point): Point => [point[0] - x, point[1] - y]);
  const { width, height } = boxAround(relative) ?? { width: 0, height: 0 };
  return { ...element, x, y, width, height, angle: 0, points: relative };
}
