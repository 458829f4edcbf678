import { curvesThrough } from '../geometry/curve.ts';
import { isClosed, type LinearElement, localPath } from '../geometry/path.ts';
import { distance } from '../geometry/point.ts';
import type { Arrowhead, Point } from '../model/element.ts';
import { type HeadPlace, headInset, headSize, renderHead } from './arrowhead.ts';
import { paint } from './colors.ts';
import { node } from './nodes.ts';
import { pair } from './numbers.ts';
import { hatching } from './render-shape.ts';
import { strokeOf } from './stroke.ts';
import type { SvgNode } from './svg-node.ts';

/** A line or arrow with its heads, relative to its first point. */
export function renderLine(line: LinearElement): readonly SvgNode[] {
  if (line.points.length < 2) return [];
  const path = localPath(line);
  const size = headSize(line.strokeWidth, lengthOf(path));
  const start = placeHead(path, size);
  const end = placeHead(path.toReversed(), size);
  const points = shorten(line, start, end);
  const color = paint(line.strokeColor);
  const heads = [
    headAt(line, line.startArrowhead, start, color),
    headAt(line, line.endArrowhead, end, color),
  ];
  return [
    ...fillOf(line, path),
    node('path', { d: pathData(points, line.rounded), fill: 'none', ...strokeOf(line) }),
    ...heads.filter((head) => head !== null),
  ];
}

/** Path data through `points`, curved or straight. */
export function pathData(points: readonly Point[], isCurved: boolean): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  if (!isCurved || others.length < 2) return `M${points.map(pair).join('L')}`;
  const curves = curvesThrough(points).map(
    ({ control1, control2, end }) => `C${pair(control1)} ${pair(control2)} ${pair(end)}`,
  );
  return `M${pair(first)}${curves.join('')}`;
}

function fillOf(line: LinearElement, path: readonly Point[]): SvgNode[] {
  const fill = paint(line.backgroundColor);
  if (fill === 'none' || !isClosed(line)) return [];
  if (line.fillStyle !== 'solid') return [hatching(path, line, fill)];
  return [node('path', { d: `${pathData(line.points, line.rounded)}Z`, fill, stroke: 'none' })];
}

function headAt(
  line: LinearElement,
  head: Arrowhead | null,
  place: HeadPlace,
  color: string,
): SvgNode | null {
  return head === null || color === 'none'
    ? null
    : renderHead(head, place, color, line.strokeWidth);
}

/** The tip is the first point; the way is looked at about a head's length away, so that curves look right. */
function placeHead(path: readonly Point[], size: number): HeadPlace {
  const tip = path[0] as Point;
  const from = path.find((point) => distance(point, tip) >= size * 0.6) ?? (path.at(-1) as Point);
  return { tip, from, size };
}

function shorten(line: LinearElement, start: HeadPlace, end: HeadPlace): readonly Point[] {
  const points = [...line.points];
  points[0] = pullBack(start, headInset(line.startArrowhead, start.size));
  points[points.length - 1] = pullBack(end, headInset(line.endArrowhead, end.size));
  return points;
}

function pullBack({ tip, from }: HeadPlace, by: number): Point {
  const length = distance(tip, from);
  if (by === 0 || length === 0) return tip;
  const t = Math.min(1, by / length);
  return [tip[0] + (from[0] - tip[0]) * t, tip[1] + (from[1] - tip[1]) * t];
}

function lengthOf(path: readonly Point[]): number {
  return path.reduce(
    (sum, point, i) => (i === 0 ? 0 : sum + distance(path[i - 1] as Point, point)),
    0,
  );
}
