import { rotatePoint } from '../geometry/point.ts';
import type { FillStyle, Point } from '../model/element.ts';
import { pair } from './numbers.ts';

const ANGLE = -Math.PI / 4;
/** More lines than this are not told apart. */
const MAX_LINES = 2000;

/** Path data of lines that fill the polygon `outline` in the manner of `style`, `gap` apart. */
export function hatch(outline: readonly Point[], style: FillStyle, gap: number): string {
  const lines = linesAcross(outline, ANGLE, gap);
  if (style === 'zigzag') return zigzag(lines);
  const crossing = style === 'cross-hatch' ? linesAcross(outline, -ANGLE, gap) : [];
  return [...lines, ...crossing].map(([from, to]) => `M${pair(from)}L${pair(to)}`).join('');
}

type Segment = readonly [from: Point, to: Point];

/** Turns the polygon so that the lines are level, and cuts it at each height. */
function linesAcross(outline: readonly Point[], angle: number, gap: number): Segment[] {
  const level = outline.map((point) => rotatePoint(point, [0, 0], -angle));
  const heights = level.map(([, y]) => y);
  const top = Math.min(...heights);
  const bottom = Math.max(...heights);
  const step = Math.max(gap, (bottom - top) / MAX_LINES);
  const lines: Segment[] = [];
  for (let y = top + step / 2; y < bottom; y += step) {
    const [left, right] = crossings(level, y);
    if (left === undefined || right === undefined) continue;
    lines.push([rotatePoint([left, y], [0, 0], angle), rotatePoint([right, y], [0, 0], angle)]);
  }
  return lines;
}

function crossings(polygon: readonly Point[], y: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < polygon.length; i++) {
    const [ax, ay] = polygon[i] as Point;
    const [bx, by] = polygon[(i + 1) % polygon.length] as Point;
    if (ay > y !== by > y) found.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  }
  found.sort((a, b) => a - b);
  return found.length < 2 ? [] : [found[0] as number, found.at(-1) as number];
}

function zigzag(lines: readonly Segment[]): string {
  return lines
    .map(([from, to], index) => `${index === 0 ? 'M' : 'L'}${pair(from)}L${pair(to)}`)
    .join('');
}
