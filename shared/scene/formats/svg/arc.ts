import type { Point } from '../../model/element.ts';

/** A cubic curve without its first point: two control points and the end. */
export type Cubic = readonly [Point, Point, Point];

export interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Degrees of the ellipse's own axis. */
  readonly turn: number;
  readonly isLarge: boolean;
  readonly isSwept: boolean;
}

/** An elliptical arc as cubic curves (SVG 2, appendix B.2.4). */
export function arcToCurves(from: Point, to: Point, arc: Arc): Cubic[] {
  const phi = (arc.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  if (x === 0 && y === 0) return [];
  let [rx, ry] = [Math.abs(arc.rx), Math.abs(arc.ry)];
  const short = x ** 2 / rx ** 2 + y ** 2 / ry ** 2;
  if (short > 1) {
    rx *= Math.sqrt(short);
    ry *= Math.sqrt(short);
  }
  const rest = rx ** 2 * y ** 2 + ry ** 2 * x ** 2;
  const root = Math.sqrt(Math.max(0, (rx ** 2 * ry ** 2 - rest) / rest));
  const factor = arc.isLarge === arc.isSwept ? -root : root;
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let sweep = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start;
  if (arc.isSwept && sweep < 0) sweep += 2 * Math.PI;
  if (!arc.isSwept && sweep > 0) sweep -= 2 * Math.PI;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const place = (px: number, py: number): Point => [
    middle[0] + cos * (cx + rx * px) - sin * (cy + ry * py),
    middle[1] + sin * (cx + rx * px) + cos * (cy + ry * py),
  ];
  const pieces = Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
  const step = sweep / pieces;
  const reach = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: pieces }, (_, i): Cubic => {
    const [a, b] = [start + i * step, start + (i + 1) * step];
    return [
      place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      i === pieces - 1 ? to : place(Math.cos(b), Math.sin(b)),
    ];
  });
}
