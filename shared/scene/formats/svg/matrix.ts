import type { Point } from '../../model/element.ts';
import { readNumbers } from './numbers.ts';

/** `[a b c d e f]` of SVG: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

export function transform([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much lengths grow: exact where nothing is skewed. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** What a right angle stays right under: turns, sizes of both axes, mirrored or not. */
export interface Turn {
  /** Radians, clockwise. */
  readonly angle: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** How the matrix turns and scales; undefined where it skews. */
export function turnOf([a, b, c, d]: Matrix): Turn | undefined {
  const scaleX = Math.hypot(a, b);
  const scaleY = Math.hypot(c, d);
  const SKEW = 1e-3;
  if (Math.abs(a * c + b * d) > SKEW * scaleX * scaleY) return undefined;
  const angle = Math.atan2(b, a);
  const QUARTER = Math.PI / 2;
  const quarters = Math.round(angle / QUARTER);
  // A turn by a quarter is one of width and height, so that the element itself stays upright.
  if (Math.abs(angle - quarters * QUARTER) > 1e-6) return { angle, scaleX, scaleY };
  return { angle: quarters * QUARTER, scaleX, scaleY };
}

/** A `transform` attribute. What is not understood in it changes nothing. */
export function readTransform(text: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, name = '', values = ''] of (text ?? '').matchAll(/(\w+)\s*\(([^()]*)\)/g)) {
    matrix = multiply(matrix, readStep(name, readNumbers(values)));
  }
  return matrix;
}

function readStep(name: string, [a = 0, b, c, d = 0, e = 0, f = 0]: readonly number[]): Matrix {
  const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);
  if (name === 'matrix') return [a, b ?? 0, c ?? 0, d, e, f];
  if (name === 'translate') return [1, 0, 0, 1, a, b ?? 0];
  if (name === 'scale') return [a, 0, 0, b ?? a, 0, 0];
  if (name === 'rotate') return turn(a, b ?? 0, c ?? 0);
  if (name === 'skewX') return [1, 0, tan(a), 1, 0, 0];
  if (name === 'skewY') return [1, tan(a), 0, 1, 0, 0];
  return IDENTITY;
}

function turn(degrees: number, x: number, y: number): Matrix {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}
