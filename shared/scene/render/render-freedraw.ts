import { getStroke } from 'perfect-freehand';
import { isClosed } from '../geometry/path.ts';
import { middleBetween } from '../geometry/point.ts';
import type { FreedrawElement, Point } from '../model/element.ts';
import { paint } from './colors.ts';
import { node } from './nodes.ts';
import { pair } from './numbers.ts';
import { pathData } from './render-line.ts';
import type { SvgNode } from './svg-node.ts';

/** Outlines by the points of a stroke: a stroke that only moves is not drawn anew. */
const outlines = new WeakMap<readonly Point[], { readonly width: number; readonly d: string }>();

/** A freehand stroke, relative to its first point. */
export function renderFreedraw(stroke: FreedrawElement): readonly SvgNode[] {
  const fill = paint(stroke.backgroundColor);
  const inside =
    fill !== 'none' && isClosed(stroke)
      ? [node('path', { d: `${pathData(stroke.points, false)}Z`, fill })]
      : [];
  return [...inside, node('path', { d: outlineOf(stroke), fill: paint(stroke.strokeColor) })];
}

function outlineOf(stroke: FreedrawElement): string {
  const known = outlines.get(stroke.points);
  if (known?.width === stroke.strokeWidth) return known.d;
  const d = outlineData(stroke);
  outlines.set(stroke.points, { width: stroke.strokeWidth, d });
  return d;
}

function outlineData({ points, pressures, strokeWidth }: FreedrawElement): string {
  const hasPressure = pressures.length === points.length;
  const outline = getStroke(
    points.map(([x, y], i) => [x, y, pressures[i] ?? 0.5]),
    {
      size: Math.max(strokeWidth, 0.5) * 3,
      thinning: 0.6,
      smoothing: 0.5,
      streamline: 0.5,
      simulatePressure: !hasPressure,
      last: true,
    },
  ).map(([x = 0, y = 0]): Point => [x, y]);
  return smoothClosed(outline.filter((point) => point.every(Number.isFinite)));
}

/** Quadratic curves through the middles between the points. */
function smoothClosed(points: readonly Point[]): string {
  const [first, second] = points;
  if (first === undefined || second === undefined) return '';
  const curves = points.map((point, i) => {
    const next = points[(i + 1) % points.length] as Point;
    return `${pair(point)} ${pair(middleBetween(point, next))}`;
  });
  return `M${pair(middleBetween(points.at(-1) as Point, first))}Q${curves.join('Q')}Z`;
}
