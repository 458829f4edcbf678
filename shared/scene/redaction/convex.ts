import type { Point } from '../model/element.ts';

/** Corners of a convex area, clockwise as seen with y downwards. */
export type Convex = readonly Point[];

/** A point on a path; `at` is the number of the segment, counted from 0, and how far along that it lies. */
export interface PathPoint {
  readonly point: Point;
  readonly at: number;
}

/** What rounding may add to a coordinate. */
const SLIP = 1e-7;
/** Areas below this are what rounding leaves of nothing. */
const NOTHING = 1e-3;

/** `points` in the order that `Convex` asks for. */
export function clockwise(points: readonly Point[]): Convex {
  return signedArea(points) < 0 ? points.toReversed() : points;
}

export function areaOf(points: readonly Point[]): number {
  return Math.abs(signedArea(points));
}

export function isInside(area: Convex, point: Point): boolean {
  return edgesOf(area).every(([from, to]) => side(from, to, point) >= -SLIP);
}

/** What is left of the area within `outline` when `covers` are taken away: pieces that don't overlap. */
export function subtract(outline: readonly Point[], covers: readonly Convex[]): readonly Point[][] {
  let pieces = [[...outline]];
  for (const cover of covers) pieces = pieces.flatMap((piece) => subtractOne(piece, cover));
  return pieces;
}

/** Whether some of the area within `outline` lies under one of `covers`. */
export function isTouched(outline: readonly Point[], covers: readonly Convex[]): boolean {
  const left = subtract(outline, covers).reduce((sum, piece) => sum + areaOf(piece), 0);
  return left < areaOf(outline) * (1 - 1e-9);
}

/** The parts of `path` that lie outside of all `covers`, in order. */
export function cutPath(
  path: readonly Point[],
  covers: readonly Convex[],
): readonly (readonly PathPoint[])[] {
  const parts: PathPoint[][] = [];
  let part: PathPoint[] | undefined;
  for (let i = 0; i + 1 < path.length; i++) {
    const [from, to] = [path[i] as Point, path[i + 1] as Point];
    for (const [start, end] of visibleStretches(from, to, covers)) {
      if (start > 0 || !part) {
        part = [pointAt(from, to, start, i)];
        parts.push(part);
      }
      part.push(pointAt(from, to, end, i));
      if (end < 1) part = undefined;
    }
    if (part && part.at(-1)?.at !== i + 1) part = undefined;
  }
  return parts;
}

/** From where to where `area` reaches between the heights `top` and `bottom`, or nothing if it does not. */
export function spanBetween(
  area: Convex,
  top: number,
  bottom: number,
): readonly [from: number, to: number] | undefined {
  const band: Convex = [
    [-1e9, top],
    [1e9, top],
    [1e9, bottom],
    [-1e9, bottom],
  ];
  const xs = edgesOf(band)
    .reduce<readonly Point[]>((rest, [from, to]) => keepSide(rest, from, to, 1), area)
    .map(([x]) => x);
  return xs.length === 0 ? undefined : [Math.min(...xs), Math.max(...xs)];
}

function edgesOf(area: readonly Point[]): readonly (readonly [Point, Point])[] {
  return area.map((from, i) => [from, area[(i + 1) % area.length] as Point]);
}

/** Positive to the inner side of an edge from `from` to `to`, as a distance. */
function side([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
}

function signedArea(points: readonly Point[]): number {
  return edgesOf(points).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - ay * bx, 0) / 2;
}

/** The part of `outline` on the inner (`sign` 1) or the outer (-1) side of an edge (Sutherland and Hodgman). */
function keepSide(outline: readonly Point[], from: Point, to: Point, sign: 1 | -1): Point[] {
  const kept: Point[] = [];
  for (const [a, b] of edgesOf(outline)) {
    const atA = sign * side(from, to, a);
    const atB = sign * side(from, to, b);
    if (atA >= 0) kept.push(a);
    if (atA > 0 !== atB > 0 && atA !== atB) kept.push(between(a, b, atA / (atA - atB)));
  }
  return kept;
}

function subtractOne(outline: readonly Point[], cover: Convex): Point[][] {
  const pieces: Point[][] = [];
  let rest: readonly Point[] = outline;
  for (const [from, to] of edgesOf(cover)) {
    pieces.push(keepSide(rest, from, to, -1));
    rest = keepSide(rest, from, to, 1);
  }
  if (areaOf(rest) < NOTHING) return [[...outline]];
  return pieces.filter((piece) => areaOf(piece) >= NOTHING);
}

/** Stretches of a segment, as shares of its length, that no cover hides. */
function visibleStretches(
  from: Point,
  to: Point,
  covers: readonly Convex[],
): readonly (readonly [number, number])[] {
  const hidden = covers
    .map((cover) => stretchInside(from, to, cover))
    .filter((stretch) => stretch !== undefined)
    .sort(([a], [b]) => a - b);
  const visible: [number, number][] = [];
  let reached = 0;
  for (const [start, end] of hidden) {
    if (start > reached) visible.push([reached, start]);
    reached = Math.max(reached, end);
  }
  if (reached < 1) visible.push([reached, 1]);
  return visible;
}

/** The stretch of a segment inside of `area` (Cyrus and Beck). */
function stretchInside(
  from: Point,
  to: Point,
  area: Convex,
): readonly [number, number] | undefined {
  let [start, end] = [0, 1];
  for (const [a, b] of edgesOf(area)) {
    const atFrom = side(a, b, from);
    const atTo = side(a, b, to);
    if (atFrom <= SLIP && atTo <= SLIP) return undefined;
    if (atFrom >= 0 && atTo >= 0) continue;
    const crossing = atFrom / (atFrom - atTo);
    if (atFrom < 0) start = Math.max(start, crossing);
    else end = Math.min(end, crossing);
  }
  return end - start > SLIP ? [start, end] : undefined;
}

function pointAt(from: Point, to: Point, share: number, segment: number): PathPoint {
  return { point: between(from, to, share), at: segment + share };
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}
