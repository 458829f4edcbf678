import type { Box, Point, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { boundsOf, centreOf, scenePoints, unrotatedBox } from './bounds.ts';
import { boxContains, boxesMeet, boxHasPoint, growBox } from './box.ts';
import { hasPoints, isClosed } from './path.ts';
import { distanceToSegment, rotatePoint } from './point.ts';

/**
 * Whether a pointer at `point` touches the element. The inside counts where it is filled or stands for a
 * picture, text or cover; of other shapes only the line does, with `tolerance` scene units about it.
 */
export function hitsElement(element: SceneElement, point: Point, tolerance: number): boolean {
  const reach = tolerance + element.strokeWidth / 2;
  if (!boxHasPoint(growBox(boundsOf(element), reach), point)) return false;
  if (hasPoints(element)) {
    const hasInside = isFilled(element) && isClosed(element);
    return hitsPath(scenePoints(element), point, reach, hasInside);
  }
  const upright = rotatePoint(point, centreOf(element), -element.angle);
  const box = unrotatedBox(element);
  if (!insideShape(element, box, upright, reach)) return false;
  return hasSolidInside(element) || !insideShape(element, box, upright, -reach);
}

/** Ids of what a pointer at `point` touches, the frontmost first. */
export function elementsAt(scene: Scene, point: Point, tolerance: number): string[] {
  const hit: string[] = [];
  for (let i = scene.elements.length - 1; i >= 0; i--) {
    const element = scene.elements[i] as SceneElement;
    if (hitsElement(element, point, tolerance)) hit.push(element.id);
  }
  return hit;
}

/** The frontmost rectangle, ellipse or diamond with `point` in it, filled or not: a text written there is its label. */
export function shapeAround(scene: Scene, point: Point): SceneElement | undefined {
  return scene.elements.findLast(
    (element) =>
      (element.type === 'rectangle' || element.type === 'ellipse' || element.type === 'diamond') &&
      insideShape(
        element,
        unrotatedBox(element),
        rotatePoint(point, centreOf(element), -element.angle),
        0,
      ),
  );
}

/** Ids of what lies wholly in `box` (`within`), or at least partly (`touching`), from back to front. */
export function elementsInBox(scene: Scene, box: Box, mode: 'within' | 'touching'): string[] {
  const lies = mode === 'within' ? boxContains : boxesMeet;
  return scene.elements.filter((element) => lies(box, boundsOf(element))).map(({ id }) => id);
}

function isFilled(element: SceneElement): boolean {
  return element.backgroundColor !== 'transparent';
}

function hasSolidInside(element: SceneElement): boolean {
  switch (element.type) {
    case 'text':
    case 'image':
    case 'redaction':
    case 'highlight':
    case 'step':
      return true;
    case 'frame':
      return false;
    default:
      return isFilled(element) || element.boundElements.some(({ type }) => type === 'text');
  }
}

function insideShape(element: SceneElement, box: Box, point: Point, reach: number): boolean {
  if (element.type === 'ellipse' || element.type === 'step')
    return insideEllipse(box, point, reach);
  if (element.type === 'diamond') return insideDiamond(box, point, reach);
  return boxHasPoint(growBox(box, reach), point);
}

function insideEllipse(box: Box, [x, y]: Point, reach: number): boolean {
  const halfWidth = box.width / 2 + reach;
  const halfHeight = box.height / 2 + reach;
  if (halfWidth <= 0 || halfHeight <= 0) return false;
  const dx = (x - box.x - box.width / 2) / halfWidth;
  const dy = (y - box.y - box.height / 2) / halfHeight;
  return dx * dx + dy * dy <= 1;
}

function insideDiamond(box: Box, [x, y]: Point, reach: number): boolean {
  const halfWidth = box.width / 2;
  const halfHeight = box.height / 2;
  const slope = Math.hypot(halfWidth, halfHeight);
  if (slope === 0) return reach >= 0;
  const dx = Math.abs(x - box.x - halfWidth);
  const dy = Math.abs(y - box.y - halfHeight);
  return dx * halfHeight + dy * halfWidth <= halfWidth * halfHeight + reach * slope;
}

function hitsPath(path: readonly Point[], point: Point, reach: number, filled: boolean): boolean {
  let inside = false;
  for (let i = 0; i < path.length; i++) {
    const to = path[i] as Point;
    const from = path[i - 1] ?? (path[path.length - 1] as Point);
    if ((i > 0 || path.length === 1) && distanceToSegment(point, from, to) <= reach) return true;
    const crosses = to[1] > point[1] !== from[1] > point[1];
    if (!crosses) continue;
    const at = from[0] + ((to[0] - from[0]) * (point[1] - from[1])) / (to[1] - from[1]);
    if (point[0] < at) inside = !inside;
  }
  return filled && inside;
}
