import type { ElementOf, Point, SceneElement } from '../model/element.ts';
import { flattenCurve } from './curve.ts';
import { distance } from './point.ts';

export type LinearElement = ElementOf<'line' | 'arrow'>;
export type PathElement = ElementOf<'line' | 'arrow' | 'freedraw'>;

export function isLinear(element: SceneElement): element is LinearElement {
  return element.type === 'line' || element.type === 'arrow';
}

/** Whether the element is drawn along `points`. */
export function hasPoints(element: SceneElement): element is PathElement {
  return isLinear(element) || element.type === 'freedraw';
}

/** The way of `element` as a polyline, relative to its `x` and `y`, curves flattened. */
export function localPath(element: PathElement): readonly Point[] {
  return element.type !== 'freedraw' && element.rounded
    ? flattenCurve(element.points)
    : element.points;
}

/** The point halfway along `path`. `path` has a point at least. */
export function midpointOf(path: readonly Point[]): Point {
  let total = 0;
  for (let i = 1; i < path.length; i++) total += distance(path[i - 1] as Point, path[i] as Point);
  let left = total / 2;
  for (let i = 1; i < path.length; i++) {
    const from = path[i - 1] as Point;
    const to = path[i] as Point;
    const length = distance(from, to);
    if (length >= left && length > 0) {
      const t = left / length;
      return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
    }
    left -= length;
  }
  return path[0] as Point;
}

/** Whether the way comes back to where it began, so that it has an inside. */
export function isClosed({ points }: PathElement): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return (
    first !== undefined && last !== undefined && points.length > 2 && distance(first, last) <= 8
  );
}
