import type { Box, Point, SceneElement } from '../model/element.ts';
import { unrotatedBox } from './bounds.ts';
import { boxAround } from './box.ts';
import { hasPoints } from './path.ts';

/** What is shorter, in scene units, has no length: divided by, it would leave no number. */
const MIN_LENGTH = 1e-6;

/** How many times as long as `from` is `to`; `null` where `from` has no length. Both in scene units. */
export function stretchOf(from: number, to: number): number | null {
  return from < MIN_LENGTH ? null : to / from;
}

/** `element` with its unrotated box stretched to `to`. A side of no length can't be stretched and only moves. */
export function fitInto(element: SceneElement, to: Box): SceneElement {
  if (!hasPoints(element)) return { ...element, ...to };
  const from = unrotatedBox(element);
  const wide = stretchOf(from.width, to.width) ?? 1;
  const high = stretchOf(from.height, to.height) ?? 1;
  const points = element.points.map(([x, y]): Point => [x * wide, y * high]);
  const { width, height } = boxAround(points) ?? { width: 0, height: 0 };
  return {
    ...element,
    x: to.x + (element.x - from.x) * wide,
    y: to.y + (element.y - from.y) * high,
    width,
    height,
    points,
  };
}

export type Axis = 'horizontal' | 'vertical';

/** `element` mirrored left to right (`horizontal`) or top to bottom, about `at` of the scene. Texts stay readable. */
export function mirror(element: SceneElement, axis: Axis, at: number): SceneElement {
  const box = unrotatedBox(element);
  const across = axis === 'horizontal';
  const angle = element.angle === 0 ? 0 : -element.angle;
  if (hasPoints(element)) {
    return {
      ...element,
      angle,
      x: across ? 2 * at - element.x : element.x,
      y: across ? element.y : 2 * at - element.y,
      points: element.points.map(([x, y]): Point => (across ? [0 - x, y] : [x, 0 - y])),
    };
  }
  const placed = {
    ...element,
    angle,
    x: across ? 2 * at - box.x - box.width : box.x,
    y: across ? box.y : 2 * at - box.y - box.height,
  };
  if (placed.type !== 'image') return placed;
  const [scaleX, scaleY] = placed.scale;
  return { ...placed, scale: across ? [-scaleX, scaleY] : [scaleX, -scaleY] };
}
