import type { ImageElement } from '../model/element.ts';
import type { SceneFile } from '../model/scene.ts';
import { node } from './nodes.ts';
import type { SvgNode } from './svg-node.ts';

/** An image at the origin, of which only `crop` shows; a crossed box where its picture is missing. */
export function renderImage(
  { width, height, crop, scale }: ImageElement,
  file: SceneFile | undefined,
  href: string | null,
): readonly SvgNode[] {
  if (file === undefined || href === null) return missing(width, height);
  const shown = crop ?? { x: 0, y: 0, width: file.width, height: file.height };
  const picture = node(
    'svg',
    {
      width,
      height,
      viewBox: `${shown.x} ${shown.y} ${shown.width} ${shown.height}`,
      preserveAspectRatio: 'none',
      overflow: 'hidden',
    },
    [
      node('image', {
        href,
        width: file.width,
        height: file.height,
        preserveAspectRatio: 'none',
      }),
    ],
  );
  const [flipX, flipY] = scale;
  if (flipX > 0 && flipY > 0) return [picture];
  const transform = `translate(${flipX < 0 ? width : 0} ${flipY < 0 ? height : 0}) scale(${flipX < 0 ? -1 : 1} ${flipY < 0 ? -1 : 1})`;
  return [node('g', { transform }, [picture])];
}

function missing(width: number, height: number): readonly SvgNode[] {
  return [
    node('rect', { width, height, fill: '#8888881a', stroke: '#888888' }),
    node('path', { d: `M0 0L${width} ${height}M${width} 0L0 ${height}`, stroke: '#888888' }),
  ];
}
