import type { Point } from '../model/element.ts';

export function add([ax, ay]: Point, [bx, by]: Point): Point {
  return [ax + bx, ay + by];
}

export function subtract([ax, ay]: Point, [bx, by]: Point): Point {
  return [ax - bx, ay - by];
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

export function middleBetween([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/** `point` turned clockwise by `angle` radians about `centre`. */
export function rotatePoint(point: Point, centre: Point, angle: number): Point {
  if (angle === 0) return point;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const [x, y] = subtract(point, centre);
  return [centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos];
}

/** Distance of `point` from the segment from `a` to `b`. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = subtract(b, a);
  const length2 = dx * dx + dy * dy;
  const [px, py] = subtract(point, a);
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return Math.hypot(px - t * dx, py - t * dy);
}

/** `angle` between 0 (included) and a full turn. */
export function normaliseAngle(angle: number): number {
  const turn = 2 * Math.PI;
  const turned = ((angle % turn) + turn) % turn;
  return turned === turn ? 0 : turned;
}
