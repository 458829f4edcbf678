import { boundsOfAll, unrotatedBox } from '../../../shared/scene/geometry/bounds.ts';
import { growBox, middleOf } from '../../../shared/scene/geometry/box.ts';
import { type Handle as BoxHandle, sidesOf } from '../../../shared/scene/geometry/drag-box.ts';
import { isLinear } from '../../../shared/scene/geometry/path.ts';
import { middleBetween, rotatePoint } from '../../../shared/scene/geometry/point.ts';
import { pathInScene } from '../../../shared/scene/geometry/reshape.ts';
import type { Box, Point, SceneElement } from '../../../shared/scene/model/element.ts';

export type Handle =
  | { readonly kind: 'resize'; readonly side: BoxHandle }
  | { readonly kind: 'rotate' }
  /** A point of a line. */
  | { readonly kind: 'point'; readonly index: number }
  /** Between this point of a line and the next: where it is drawn out, a new point begins. */
  | { readonly kind: 'middle'; readonly index: number };

export interface PlacedHandle {
  readonly handle: Handle;
  /** In the scene. */
  readonly point: Point;
}

/** What of the selection can be taken hold of. */
export interface Frame {
  /** Before it is turned by `angle` about its middle, in scene units. */
  readonly box: Box;
  readonly angle: number;
  readonly handles: readonly PlacedHandle[];
}

const CORNERS: readonly BoxHandle[] = ['nw', 'ne', 'se', 'sw'];
const SIDES: readonly BoxHandle[] = ['n', 'e', 's', 'w'];
/** Between the elements and the frame around them, in CSS pixels. */
const PADDING_PX = 5;
const ROTATE_PX = 22;
/** A smaller side has no handle of its own, in CSS pixels. */
const MIN_SIDE_PX = 40;

/** The frame around what is selected, null where there is nothing. */
export function frameOf(elements: readonly SceneElement[], zoom: number): Frame | null {
  const [first, ...others] = elements;
  if (first === undefined) return null;
  if (others.length === 0 && isLinear(first)) {
    return { box: unrotatedBox(first), angle: first.angle, handles: pointHandles(first, zoom) };
  }
  const angle = others.length === 0 ? first.angle : 0;
  const bare = others.length === 0 ? unrotatedBox(first) : (boundsOfAll(elements) ?? first);
  const box = growBox(bare, PADDING_PX / zoom);
  if (elements.some(({ locked }) => locked)) return { box, angle, handles: [] };
  const canTurn = elements.every(({ type }) => type !== 'frame');
  return { box, angle, handles: boxHandles(box, angle, zoom, canTurn) };
}

function boxHandles(box: Box, angle: number, zoom: number, canTurn: boolean): PlacedHandle[] {
  const middle = middleOf(box);
  const place = (point: Point): Point => rotatePoint(point, middle, angle);
  const sides = SIDES.filter((side) =>
    side === 'n' || side === 's'
      ? box.width * zoom >= MIN_SIDE_PX
      : box.height * zoom >= MIN_SIDE_PX,
  );
  const resizing = [...CORNERS, ...sides].map((side): PlacedHandle => {
    const [x, y] = sidesOf(side);
    const at: Point = [middle[0] + (x * box.width) / 2, middle[1] + (y * box.height) / 2];
    return { handle: { kind: 'resize', side }, point: place(at) };
  });
  const above: Point = [middle[0], box.y - ROTATE_PX / zoom];
  return canTurn ? [...resizing, { handle: { kind: 'rotate' }, point: place(above) }] : resizing;
}

function pointHandles(
  element: Extract<SceneElement, { type: 'line' | 'arrow' }>,
  zoom: number,
): PlacedHandle[] {
  if (element.locked) return [];
  const points = pathInScene(element);
  const ends = points.map(
    (point, index): PlacedHandle => ({
      handle: { kind: 'point', index },
      point,
    }),
  );
  const middles = points.slice(1).flatMap((point, index): PlacedHandle[] => {
    const before = points[index] as Point;
    const length = Math.hypot(point[0] - before[0], point[1] - before[1]);
    if (length * zoom < MIN_SIDE_PX) return [];
    return [{ handle: { kind: 'middle', index }, point: middleBetween(before, point) }];
  });
  return [...middles, ...ends];
}

/** The handle at `point`, no further than `reach` scene units from it. The one that was drawn last wins. */
export function handleAt(frame: Frame, [x, y]: Point, reach: number): Handle | null {
  const near = frame.handles.filter(
    ({ point }) => Math.abs(point[0] - x) <= reach && Math.abs(point[1] - y) <= reach,
  );
  return near.at(-1)?.handle ?? null;
}
