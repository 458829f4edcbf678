import type { Box, Point, SceneElement } from '../model/element.ts';
import { unrotatedBox } from './bounds.ts';
import { boxAround } from './box.ts';
import { hasPoints } from './path.ts';

/** `element` with its unrotated box stretched to `to`. A side of no length can't be stretched and only moves. */
export function fitInto(element: SceneElement, to: Box): SceneElement {
  if (!hasPoints(element)) return { ...element, ...to };
  const from = unrotatedBox(element);
  const wide = from.width === 0 ? 1 : to.width / from.width;
  const high = from.height === 0 ? 1 : to.height / from.height;
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
