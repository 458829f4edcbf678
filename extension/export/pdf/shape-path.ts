import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';

/** How far the controls of a Bézier curve lie from the ends of the quarter of a circle that it draws. */
const QUARTER = 0.5522847498;

/** Path data of a shape that our renderer makes. */
export function shapePath({ tag, attributes }: SvgNode): string {
  const number = (name: string) => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      return String(attributes.d ?? '');
    case 'rect':
      return rectangle(number('x'), number('y'), number('width'), number('height'), number('rx'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    default:
      throw new Error(`Unknown shape ${tag}`);
  }
}

function rectangle(x: number, y: number, width: number, height: number, radius: number): string {
  if (radius <= 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const r = Math.min(radius, width / 2, height / 2);
  const k = r * (1 - QUARTER);
  const [right, bottom] = [x + width, y + height];
  return [
    `M${x + r} ${y}L${right - r} ${y}C${right - k} ${y} ${right} ${y + k} ${right} ${y + r}`,
    `L${right} ${bottom - r}C${right} ${bottom - k} ${right - k} ${bottom} ${right - r} ${bottom}`,
    `L${x + r} ${bottom}C${x + k} ${bottom} ${x} ${bottom - k} ${x} ${bottom - r}`,
    `L${x} ${y + r}C${x} ${y + k} ${x + k} ${y} ${x + r} ${y}Z`,
  ].join('');
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * QUARTER, ry * QUARTER];
  const [left, right, top, bottom] = [cx - rx, cx + rx, cy - ry, cy + ry];
  return [
    `M${left} ${cy}C${left} ${cy - ky} ${cx - kx} ${top} ${cx} ${top}`,
    `C${cx + kx} ${top} ${right} ${cy - ky} ${right} ${cy}`,
    `C${right} ${cy + ky} ${cx + kx} ${bottom} ${cx} ${bottom}`,
    `C${cx - kx} ${bottom} ${left} ${cy + ky} ${left} ${cy}Z`,
  ].join('');
}
