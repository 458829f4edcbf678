import type { Box, Point, SceneElement } from '../model/element.ts';
import { centreOf, unrotatedBox } from './bounds.ts';
import { middleOf } from './box.ts';
import { rotatePoint } from './point.ts';

/** A side shorter than this can't be divided by. */
const TINY = 1e-6;

/**
 * Where the way from `from` (outside) to `towards` (inside) meets the outline of `shape`, `gap` away from it.
 * Where `from` is inside, the way is followed backwards from the middle of the shape through `from`.
 */
export function outlinePoint(shape: SceneElement, from: Point, towards: Point, gap: number): Point {
  const centre = centreOf(shape);
  const upright = (point: Point): Point => rotatePoint(point, centre, -shape.angle);
  const box = unrotatedBox(shape);
  const target = upright(towards);
  const origin = upright(from);
  const aim = isInside(shape, box, target, gap) ? target : middleOf(box);
  const outside = isInside(shape, box, origin, gap) ? farPoint(box, aim, origin, gap) : origin;
  return rotatePoint(lastInside(shape, box, aim, outside, gap), centre, shape.angle);
}

/** Half of the extent of `shape` across the direction `angle`: how far a `focus` of 1 is from the middle. */
export function halfExtent(shape: SceneElement, normal: Point): number {
  const box = unrotatedBox(shape);
  const [nx, ny] = rotatePoint(normal, [0, 0], -shape.angle);
  const halfWidth = box.width / 2;
  const halfHeight = box.height / 2;
  if (isRound(shape)) return Math.hypot(nx * halfWidth, ny * halfHeight);
  const [wide, high] = [Math.abs(nx) * halfWidth, Math.abs(ny) * halfHeight];
  return shape.type === 'diamond' ? Math.max(wide, high) : wide + high;
}

/** Distance of `point` from the outline of `shape`, negative inside; for round ones along the ray from the middle. */
export function distanceToOutline(shape: SceneElement, point: Point): number {
  return uprightDistance(shape, rotatePoint(point, centreOf(shape), -shape.angle));
}

/** The same for a point that was turned as the shape is upright. */
function uprightDistance(shape: SceneElement, [x, y]: Point): number {
  const box = unrotatedBox(shape);
  const [cx, cy] = middleOf(box);
  const dx = Math.abs(x - cx);
  const dy = Math.abs(y - cy);
  const [a, b] = [box.width / 2, box.height / 2];
  if (isRound(shape)) {
    const level = levelOfEllipse(dx, dy, a, b);
    return level === 0 ? -Math.min(a, b) : Math.hypot(dx, dy) * (1 - 1 / level);
  }
  if (shape.type === 'diamond') {
    const slope = Math.hypot(a, b);
    const edge = slope < TINY ? 0 : (dx * b + dy * a - a * b) / slope;
    return Math.max(edge, dx - a, dy - b);
  }
  const [ox, oy] = [dx - a, dy - b];
  return ox > 0 && oy > 0 ? Math.hypot(ox, oy) : Math.max(ox, oy);
}

function isRound(shape: SceneElement): boolean {
  return shape.type === 'ellipse' || shape.type === 'step';
}

function levelOfEllipse(dx: number, dy: number, a: number, b: number): number {
  return a < TINY || b < TINY ? Number.POSITIVE_INFINITY : Math.hypot(dx / a, dy / b);
}

/** Whether a point (turned as if the shape were upright) lies in the shape grown by `gap`. */
function isInside(shape: SceneElement, box: Box, point: Point, gap: number): boolean {
  if (!isRound(shape)) return uprightDistance(shape, point) <= gap;
  const [cx, cy] = middleOf(box);
  const [dx, dy] = [point[0] - cx, point[1] - cy];
  return levelOfEllipse(dx, dy, box.width / 2 + gap, box.height / 2 + gap) <= 1;
}

/** A point surely outside, from `aim` through `via`, or to the right where they are the same. */
function farPoint(box: Box, aim: Point, via: Point, gap: number): Point {
  const [dx, dy] = [via[0] - aim[0], via[1] - aim[1]];
  const length = Math.hypot(dx, dy);
  const far = 2 * (box.width + box.height + gap + 1);
  return length === 0
    ? [aim[0] + far, aim[1]]
    : [aim[0] + (dx / length) * far, aim[1] + (dy / length) * far];
}

/** The shapes are convex, so halving finds the one place where the way leaves. */
function lastInside(
  shape: SceneElement,
  box: Box,
  inside: Point,
  outside: Point,
  gap: number,
): Point {
  let low = 0;
  let high = 1;
  const at = (t: number): Point => [
    inside[0] + (outside[0] - inside[0]) * t,
    inside[1] + (outside[1] - inside[1]) * t,
  ];
  for (let i = 0; i < 48; i++) {
    const t = (low + high) / 2;
    if (isInside(shape, box, at(t), gap)) low = t;
    else high = t;
  }
  return at(low);
}
