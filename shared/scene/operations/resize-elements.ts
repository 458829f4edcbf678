import { boundsOfAll, unrotatedBox } from '../geometry/bounds.ts';
import { middleOf } from '../geometry/box.ts';
import {
  type DraggedBox,
  type DragOptions,
  dragBox,
  type Handle,
  sidesOf,
} from '../geometry/drag-box.ts';
import { fitInto, mirror, stretchOf } from '../geometry/fit-into.ts';
import { rotatePoint, subtract } from '../geometry/point.ts';
import type { Box, Point, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import type { MeasureText } from '../text/measure-text.ts';
import { editScene } from './edit-scene.ts';
import { fitLabels } from './fit-label.ts';
import { pickMovable } from './pick.ts';

export interface Resizing extends DragOptions {
  readonly handle: Handle;
  /** How far the handle was dragged, in scene units. */
  readonly offset: Point;
}

/**
 * Resizes elements by a handle of the box around them; one element that is turned, by a handle of its turned
 * box. Texts and steps keep their ratio, except that a text's left and right side set where it wraps.
 */
export function resizeElements(
  scene: Scene,
  ids: Iterable<string>,
  resizing: Resizing,
  measure: MeasureText,
): Scene {
  const picked = pickMovable(scene, ids);
  const [first, ...others] = picked;
  if (first === undefined || !resizing.offset.every(Number.isFinite)) return scene;
  const changed = others.length === 0 ? [resizeOne(first, resizing)] : resizeMany(picked, resizing);
  const rewrapped = changed.filter(
    (element) => element.type !== 'text' || (!element.autoResize && others.length === 0),
  );
  const rest = changed.filter((element) => !rewrapped.includes(element));
  return editScene(scene, { changed: [...rest, ...fitLabels(scene, rewrapped, measure)] });
}

function resizeOne(element: SceneElement, { handle, offset, ...options }: Resizing): SceneElement {
  const box = unrotatedBox(element);
  const wraps = element.type === 'text' && (handle === 'e' || handle === 'w');
  const keepRatio =
    options.keepRatio === true || element.type === 'step' || (element.type === 'text' && !wraps);
  const local = rotatePoint(offset, [0, 0], -element.angle);
  const dragged = dragBox(box, handle, local, { ...options, keepRatio });
  const sides: Point = options.fromMiddle === true ? [0, 0] : sidesOf(handle);
  const shift = subtract(
    anchorOf(box, sides, element.angle),
    anchorOfDragged(dragged, sides, element.angle),
  );
  const to = { ...dragged.box, x: dragged.box.x + shift[0], y: dragged.box.y + shift[1] };
  const fitted = stretch(element, to, wraps);
  if (fitted.type === 'text') return fitted;
  return dragged.flipped.reduce<SceneElement>((flipped, axis) => {
    const [x, y] = middleOf(to);
    return { ...mirror(flipped, axis, axis === 'horizontal' ? x : y), angle: element.angle };
  }, fitted);
}

/** The corner or side opposite to the handle, in the scene: it must stay. */
function anchorOf(box: Box, [x, y]: Point, angle: number): Point {
  const [cx, cy] = middleOf(box);
  return rotatePoint([cx - (x * box.width) / 2, cy - (y * box.height) / 2], [cx, cy], angle);
}

function anchorOfDragged({ box, flipped }: DraggedBox, [x, y]: Point, angle: number): Point {
  const sides: Point = [
    flipped.includes('horizontal') ? -x : x,
    flipped.includes('vertical') ? -y : y,
  ];
  return anchorOf(box, sides, angle);
}

function stretch(element: SceneElement, to: Box, wraps: boolean): SceneElement {
  if (element.type !== 'text') return fitInto(element, to);
  if (wraps) return { ...element, ...to, autoResize: false };
  const scale = stretchOf(element.height, to.height) ?? 1;
  return { ...element, ...to, fontSize: element.fontSize * scale };
}

function resizeMany(elements: readonly SceneElement[], resizing: Resizing): SceneElement[] {
  const from = boundsOfAll(elements);
  if (from === null) return [];
  const rigid = elements.some(
    ({ type, angle }) => angle !== 0 || type === 'text' || type === 'step',
  );
  const keepRatio = resizing.keepRatio === true || rigid;
  const { box: to, flipped } = dragBox(from, resizing.handle, resizing.offset, {
    ...resizing,
    keepRatio,
  });
  if (flipped.length > 0) return [];
  const wide = stretchOf(from.width, to.width) ?? 1;
  const high = stretchOf(from.height, to.height) ?? 1;
  return elements.map((element) => {
    const box = unrotatedBox(element);
    const [cx, cy] = middleOf(box);
    const width = box.width * wide;
    const height = box.height * high;
    const x = to.x + (cx - from.x) * wide - width / 2;
    const y = to.y + (cy - from.y) * high - height / 2;
    return stretch(element, { x, y, width, height }, false);
  });
}
