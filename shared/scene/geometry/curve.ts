import type { Point } from '../model/element.ts';

/** A cubic Bézier segment; it begins where the one before ends. */
export interface Curve {
  readonly control1: Point;
  readonly control2: Point;
  readonly end: Point;
}

const PIECES = 8;

/** Catmull-Rom through `points`, as Bézier segments: one less than there are points. */
export function curvesThrough(points: readonly Point[]): readonly Curve[] {
  const curves: Curve[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i] as Point;
    const end = points[i + 1] as Point;
    const before = points[i - 1] ?? from;
    const after = points[i + 2] ?? end;
    curves.push({
      control1: [from[0] + (end[0] - before[0]) / 6, from[1] + (end[1] - before[1]) / 6],
      control2: [end[0] - (after[0] - from[0]) / 6, end[1] - (after[1] - from[1]) / 6],
      end,
    });
  }
  return curves;
}

const flattened = new WeakMap<readonly Point[], readonly Point[]>();

/** Points along the curve through `points`, close enough for hit tests and boxes. */
export function flattenCurve(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points;
  const known = flattened.get(points);
  if (known !== undefined) return known;
  const flat: Point[] = [points[0] as Point];
  for (const curve of curvesThrough(points)) {
    const from = flat[flat.length - 1] as Point;
    for (let piece = 1; piece <= PIECES; piece++) flat.push(pointOn(from, curve, piece / PIECES));
  }
  flattened.set(points, flat);
  return flat;
}

/** The point at `t` (0 to 1) of `curve`, which begins at `from`. */
export function pointOn(from: Point, { control1, control2, end }: Curve, t: number): Point {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [
    a * from[0] + b * control1[0] + c * control2[0] + d * end[0],
    a * from[1] + b * control1[1] + c * control2[1] + d * end[1],
  ];
}
