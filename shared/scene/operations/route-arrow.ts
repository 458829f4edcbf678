import { centreOf } from '../geometry/bounds.ts';
import { halfExtent, outlinePoint } from '../geometry/outline.ts';
import { distance } from '../geometry/point.ts';
import { pathInScene, withPath } from '../geometry/reshape.ts';
import type { ArrowElement, Binding, Point, SceneElement } from '../model/element.ts';

/** Ends are rounded to this, in scene units, and an arrow that is no further off counts as already there. */
const GRAIN = 1 / 1024;

/** `arrow` with its bound ends at the edges of their shapes; the very same where they are there. */
export function routeArrow(
  arrow: ArrowElement,
  shapeOf: (id: string) => SceneElement | undefined,
): ArrowElement {
  const start = arrow.startBinding === null ? undefined : shapeOf(arrow.startBinding.elementId);
  const end = arrow.endBinding === null ? undefined : shapeOf(arrow.endBinding.elementId);
  if (start === undefined && end === undefined) return arrow;
  const points = pathInScene(arrow);
  const last = points.length - 1;
  if (last < 1 || (last === 1 && start === end)) return arrow;
  const routed = [...points];
  if (start !== undefined && arrow.startBinding !== null) {
    const from = last === 1 && end !== undefined ? centreOf(end) : (points[1] as Point);
    routed[0] = roundedEnd(start, arrow.startBinding, from);
  }
  if (end !== undefined && arrow.endBinding !== null) {
    const from = last === 1 && start !== undefined ? centreOf(start) : (points[last - 1] as Point);
    routed[last] = roundedEnd(end, arrow.endBinding, from);
  }
  const isThere = routed.every((point, i) => distance(point, points[i] as Point) <= 2 * GRAIN);
  return isThere ? arrow : withPath(arrow, routed);
}

function roundedEnd(shape: SceneElement, binding: Binding, from: Point): Point {
  const [x, y] = endAt(shape, binding, from);
  return [Math.round(x / GRAIN) * GRAIN, Math.round(y / GRAIN) * GRAIN];
}

/** Where an arrow that comes from `from` ends at `shape`. */
function endAt(shape: SceneElement, { focus, gap }: Binding, from: Point): Point {
  const centre = centreOf(shape);
  const length = distance(from, centre);
  if (length === 0) return outlinePoint(shape, from, centre, gap);
  const normal: Point = [(from[1] - centre[1]) / length, (centre[0] - from[0]) / length];
  const reach = focus * halfExtent(shape, normal);
  return outlinePoint(
    shape,
    from,
    [centre[0] + normal[0] * reach, centre[1] + normal[1] * reach],
    gap,
  );
}

/** The binding that keeps an arrow's end, which comes from `from` and was put at `at`, where it is. */
export function bindingAt(shape: SceneElement, from: Point, at: Point, gap: number): Binding {
  const centre = centreOf(shape);
  const length = distance(from, centre);
  const way = distance(from, at);
  if (length === 0 || way === 0) return { elementId: shape.id, focus: 0, gap };
  const normal: Point = [(from[1] - centre[1]) / length, (centre[0] - from[0]) / length];
  const along =
    ((centre[0] - from[0]) * (at[0] - from[0]) + (centre[1] - from[1]) * (at[1] - from[1])) /
    length;
  const across = normal[0] * (at[0] - from[0]) + normal[1] * (at[1] - from[1]);
  const extent = halfExtent(shape, normal);
  const reach = along <= 0 ? 0 : (across / along) * length;
  const focus = extent === 0 ? 0 : Math.max(-0.9, Math.min(0.9, reach / extent));
  return { elementId: shape.id, focus, gap };
}
