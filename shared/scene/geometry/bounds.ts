import type { Box, Point, SceneElement } from '../model/element.ts';
import { boxAround, cornersOf, middleOf, uniteBoxes } from './box.ts';
import { hasPoints, localPath } from './path.ts';
import { rotatePoint } from './point.ts';

const pathBoxes = new WeakMap<readonly Point[], Box>();
const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Box of the element as it lies before it is turned; it turns about the middle of this box. */
export function unrotatedBox(element: SceneElement): Box {
  if (!hasPoints(element)) return element;
  const path = localPath(element);
  let box = pathBoxes.get(path);
  if (box === undefined) {
    box = boxAround(path) ?? NO_BOX;
    pathBoxes.set(path, box);
  }
  return {
    x: element.x + box.x,
    y: element.y + box.y,
    width: box.width,
    height: box.height,
  };
}

/** The point about which the element turns. */
export function centreOf(element: SceneElement): Point {
  return middleOf(unrotatedBox(element));
}

/** The way of a line, arrow or freehand stroke, or the corners of anything else, in the scene. */
export function scenePoints(element: SceneElement): readonly Point[] {
  const centre = centreOf(element);
  const points: readonly Point[] = hasPoints(element)
    ? localPath(element).map(([x, y]): Point => [element.x + x, element.y + y])
    : cornersOf(element);
  return element.angle === 0
    ? points
    : points.map((point) => rotatePoint(point, centre, element.angle));
}

/** The upright box around the element as it is seen, line width left out. */
export function boundsOf(element: SceneElement): Box {
  const box = unrotatedBox(element);
  if (element.angle === 0) return box;
  if (element.type === 'ellipse') return ellipseBounds(box, element.angle);
  return boxAround(scenePoints(element)) ?? box;
}

/** The upright box around all of `elements`, or null where there are none. */
export function boundsOfAll(elements: Iterable<SceneElement>): Box | null {
  return uniteBoxes(Array.from(elements, boundsOf));
}

function ellipseBounds(box: Box, angle: number): Box {
  const [x, y] = middleOf(box);
  const half = (a: number, b: number) =>
    Math.hypot((a / 2) * Math.cos(angle), (b / 2) * Math.sin(angle));
  const halfWidth = half(box.width, box.height);
  const halfHeight = half(box.height, box.width);
  return { x: x - halfWidth, y: y - halfHeight, width: 2 * halfWidth, height: 2 * halfHeight };
}
