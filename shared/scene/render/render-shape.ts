import type { ElementOf, Point, SceneElement } from '../model/element.ts';
import { paint } from './colors.ts';
import { hatch } from './hatching.ts';
import { node } from './nodes.ts';
import { pair } from './numbers.ts';
import { strokeOf } from './stroke.ts';
import type { SvgNode } from './svg-node.ts';

type Shape = ElementOf<'rectangle' | 'ellipse' | 'diamond'>;

/** Rectangle, ellipse or diamond, at the origin. */
export function renderShape(shape: Shape): readonly SvgNode[] {
  const fill = paint(shape.backgroundColor);
  if (fill === 'none' || shape.fillStyle === 'solid')
    return [outline(shape, { ...strokeOf(shape), fill })];
  return [
    hatching(outlinePoints(shape), shape, fill),
    outline(shape, { ...strokeOf(shape), fill: 'none' }),
  ];
}

/** Lines in place of a solid fill. */
export function hatching(points: readonly Point[], element: SceneElement, color: string): SvgNode {
  const gap = 4 + element.strokeWidth * 2;
  return node('path', {
    d: hatch(points, element.fillStyle, gap),
    fill: 'none',
    stroke: color,
    'stroke-width': Math.max(1, element.strokeWidth / 2),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

/** Radius of rounded corners. */
export function cornerRadius({ rounded, width, height }: SceneElement): number | undefined {
  return rounded ? Math.min(32, Math.min(width, height) / 4) : undefined;
}

function outline(shape: Shape, look: Record<string, string | number | undefined>): SvgNode {
  const { width, height } = shape;
  const [rx, ry] = [width / 2, height / 2];
  if (shape.type === 'rectangle')
    return node('rect', { width, height, rx: cornerRadius(shape), ...look });
  if (shape.type === 'ellipse') return node('ellipse', { cx: rx, cy: ry, rx, ry, ...look });
  const d = shape.rounded ? roundedPolygon(diamondPoints(shape)) : polygon(diamondPoints(shape));
  return node('path', { d, ...look });
}

function diamondPoints({ width, height }: SceneElement): readonly Point[] {
  return [
    [width / 2, 0],
    [width, height / 2],
    [width / 2, height],
    [0, height / 2],
  ];
}

function outlinePoints(shape: Shape): readonly Point[] {
  const { width, height } = shape;
  if (shape.type === 'diamond') return diamondPoints(shape);
  if (shape.type === 'rectangle')
    return [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ];
  return Array.from({ length: 64 }, (_, i): Point => {
    const angle = (i / 32) * Math.PI;
    return [(width / 2) * (1 + Math.cos(angle)), (height / 2) * (1 + Math.sin(angle))];
  });
}

function polygon(points: readonly Point[]): string {
  return `M${points.map(pair).join('L')}Z`;
}

/** Each corner becomes a curve from a fifth before it to a fifth behind it. */
function roundedPolygon(points: readonly Point[]): string {
  const part = (from: Point, to: Point, t: number): Point => [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t,
  ];
  const corners = points.map((corner, i) => {
    const before = points[(i + points.length - 1) % points.length] as Point;
    const after = points[(i + 1) % points.length] as Point;
    return `${pair(part(before, corner, 0.8))}Q${pair(corner)} ${pair(part(corner, after, 0.2))}`;
  });
  return `M${corners.join('L')}Z`;
}
