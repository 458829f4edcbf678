import { boundsOfAll } from '../geometry/bounds.ts';
import { cornersOf } from '../geometry/box.ts';
import { rotatePoint } from '../geometry/point.ts';
import type { Box, Point, RedactionElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { opaque } from '../render/colors.ts';
import { type Convex, clockwise } from './convex.ts';

/** An area of the scene under which nothing may survive. */
export interface Cover {
  readonly area: Convex;
  /** A redaction, or what the scene's crop cuts away. */
  readonly kind: 'redaction' | 'crop';
  /** What stands there instead, without transparency. */
  readonly color: string;
}

/** What has no area hides nothing. */
const NO_AREA = 1e-6;
/** How far beyond everything the cropped-away area reaches. */
const MARGIN = 1000;

/** Corners of a box that is turned about its middle, as they lie in the scene. */
export function turnedCorners(box: Box, angle: number): readonly Point[] {
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
  return cornersOf(box).map((corner) => rotatePoint(corner, centre, angle));
}

/** The cover that a redaction is: its whole box, round corners or not. */
export function coverOf(redaction: RedactionElement): Cover {
  const area = clockwise(turnedCorners(redaction, redaction.angle));
  return { area, kind: 'redaction', color: opaque(redaction.backgroundColor) };
}

/** Of each element, in the scene's order, what hides it: redactions above it, and all that the crop cuts away. */
export function coversByElement(scene: Scene): readonly (readonly Cover[])[] {
  const above: Cover[] = cropCovers(scene);
  return scene.elements
    .toReversed()
    .map((element) => {
      const covers = [...above];
      if (element.type === 'redaction' && Math.abs(element.width * element.height) > NO_AREA) {
        above.push(coverOf(element));
      }
      return covers;
    })
    .reverse();
}

/** Whether something of the scene must not reach who gets it. */
export function hidesSomething({ crop, elements }: Scene): boolean {
  return crop !== null || elements.some(({ type }) => type === 'redaction');
}

function cropCovers({ crop, elements, backgroundColor }: Scene): Cover[] {
  const all = crop && boundsOfAll(elements);
  if (!crop || !all) return [];
  const left = Math.min(all.x, crop.x) - MARGIN;
  const top = Math.min(all.y, crop.y) - MARGIN;
  const right = Math.max(all.x + all.width, crop.x + crop.width) + MARGIN;
  const bottom = Math.max(all.y + all.height, crop.y + crop.height) + MARGIN;
  const width = right - left;
  const height = bottom - top;
  const boxes: readonly Box[] = [
    { x: left, y: top, width, height: crop.y - top },
    { x: left, y: crop.y + crop.height, width, height: bottom - crop.y - crop.height },
    { x: left, y: top, width: crop.x - left, height },
    { x: crop.x + crop.width, y: top, width: right - crop.x - crop.width, height },
  ];
  const color = opaque(backgroundColor);
  return boxes.map((box) => ({ area: cornersOf(box), kind: 'crop', color }));
}
