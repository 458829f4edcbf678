import type { Point } from '../../model/element.ts';
import { ReadError } from '../read-result.ts';
import { arcToCurves, type Cubic } from './arc.ts';
import { checkNumber } from './numbers.ts';

/** A piece of a path that hangs together. */
export interface Subpath {
  /** Curves as short straight lines. */
  readonly points: readonly Point[];
  /** Through these alone a smooth curve goes nearly the same way. */
  readonly knots: readonly Point[];
  readonly isClosed: boolean;
  readonly isStraight: boolean;
}

const MAX_POINTS = 200_000;
/** Draws the commands of a path. */
export class Pen {
  readonly #done: Subpath[] = [];
  #points: Point[] = [];
  #knots: Point[] = [];
  #isStraight = true;
  #at: Point = [0, 0];
  #start: Point = [0, 0];
  /** Last control point, which S and T mirror. */
  #control: Point = [0, 0];
  #controlOf = '';
  #count = 0;

  draw(command: string, values: readonly number[]): void {
    const kind = command.toUpperCase();
    const isRelative = command !== kind;
    const [x0, y0] = this.#at;
    const point = (i: number): Point => {
      const [x = 0, y = 0] = values.slice(i, i + 2);
      return isRelative ? [x0 + x, y0 + y] : [x, y];
    };
    const [v = 0] = values;
    if (kind === 'M') this.#move(point(0));
    else if (kind === 'L') this.#line(point(0));
    else if (kind === 'H') this.#line([isRelative ? x0 + v : v, y0]);
    else if (kind === 'V') this.#line([x0, isRelative ? y0 + v : v]);
    else if (kind === 'C') this.#curve([point(0), point(2), point(4)], 'C');
    else if (kind === 'S') this.#curve([this.#mirrored('C'), point(0), point(2)], 'C');
    else if (kind === 'Q') this.#quadratic(point(0), point(2));
    else if (kind === 'T') this.#quadratic(this.#mirrored('Q'), point(0));
    else if (kind === 'A') this.#arc(values, point(5));
    else this.#close();
    if (!'CSQT'.includes(kind)) this.#controlOf = '';
  }

  finish(): Subpath[] {
    this.#end(false);
    return this.#done;
  }

  #move(to: Point): void {
    this.#end(false);
    this.#at = to;
    this.#start = to;
  }

  #line(to: Point): void {
    this.#begin();
    this.#push(to);
    this.#knots.push(to);
    this.#at = to;
  }

  #curve([control1, control2, end]: Cubic, kind: string): void {
    this.#begin();
    const from = this.#at;
    const pieces = piecesOf(from, control1, control2, end);
    for (let i = 1; i <= pieces; i++) {
      this.#push(pointOn(from, [control1, control2, end], i / pieces));
    }
    const curve: Cubic = [control1, control2, end];
    this.#knots.push(pointOn(from, curve, 1 / 3), pointOn(from, curve, 2 / 3), end);
    this.#isStraight = false;
    this.#at = end;
    this.#control = control2;
    this.#controlOf = kind;
  }

  #quadratic(control: Point, end: Point): void {
    const third = (from: Point): Point => [
      from[0] + (2 / 3) * (control[0] - from[0]),
      from[1] + (2 / 3) * (control[1] - from[1]),
    ];
    this.#curve([third(this.#at), third(end), end], 'Q');
    this.#control = control;
  }

  #arc([rx = 0, ry = 0, turn = 0, isLarge = 0, isSwept = 0]: readonly number[], end: Point): void {
    if (rx === 0 || ry === 0) this.#line(end);
    const arc = { rx, ry, turn, isLarge: isLarge === 1, isSwept: isSwept === 1 };
    // Where a line was drawn, no way is left.
    for (const curve of arcToCurves(this.#at, end, arc)) this.#curve(curve, 'A');
  }

  #mirrored(kind: string): Point {
    if (this.#controlOf !== kind) return this.#at;
    return [2 * this.#at[0] - this.#control[0], 2 * this.#at[1] - this.#control[1]];
  }

  #begin(): void {
    if (this.#points.length > 0) return;
    this.#push(this.#at);
    this.#knots.push(this.#at);
  }

  #push(point: Point): void {
    if (++this.#count > MAX_POINTS) throw new ReadError('too-many-elements');
    this.#points.push([checkNumber(point[0]), checkNumber(point[1])]);
  }

  #close(): void {
    this.#end(true);
    this.#at = this.#start;
  }

  #end(isClosed: boolean): void {
    if (this.#points.length > 1) {
      const [points, knots] = [this.#points, this.#knots];
      const isBack = near(points[0] as Point, points.at(-1) as Point);
      if (isClosed && !isBack) {
        points.push(points[0] as Point);
        knots.push(knots[0] as Point);
      }
      const isStraight = this.#isStraight;
      this.#done.push({ points, knots, isClosed: isClosed || isBack, isStraight });
    }
    this.#points = [];
    this.#knots = [];
    this.#isStraight = true;
  }
}

function near([ax, ay]: Point, [bx, by]: Point): boolean {
  return Math.abs(ax - bx) < 0.01 && Math.abs(ay - by) < 0.01;
}

/** Enough pieces for a curve of this length to look round, and no more than 24. */
function piecesOf(...points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1] as Point, points[i] as Point];
    length += Math.hypot(to[0] - from[0], to[1] - from[1]);
  }
  return Math.max(3, Math.min(24, Math.ceil(Math.sqrt(length) * 1.2)));
}

function pointOn(from: Point, [control1, control2, end]: Cubic, t: number): Point {
  const s = 1 - t;
  const at = (axis: 0 | 1) =>
    s ** 3 * from[axis] +
    3 * s * s * t * control1[axis] +
    3 * s * t * t * control2[axis] +
    t ** 3 * end[axis];
  return [at(0), at(1)];
}
