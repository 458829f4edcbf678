import type { HighlightElement, RedactionElement } from '../model/element.ts';
import { opaque, paint } from './colors.ts';
import { node } from './nodes.ts';
import { cornerRadius } from './render-shape.ts';
import type { SvgNode } from './svg-node.ts';

/** Side of a block of a pixelated cover, in scene units. */
const BLOCK = 12;
const MAX_BLOCKS = 64;

/** A marker pen: plain colour, see-through by the element's opacity. */
export function renderHighlight(highlight: HighlightElement): readonly SvgNode[] {
  const { width, height, backgroundColor } = highlight;
  return [
    node('rect', { width, height, rx: cornerRadius(highlight), fill: paint(backgroundColor) }),
  ];
}

/** A cover through which nothing shows, whatever its colour and opacity say. */
export function renderRedaction(redaction: RedactionElement): readonly SvgNode[] {
  const { width, height, style } = redaction;
  const cover = node('rect', { width, height, fill: opaque(redaction.backgroundColor) });
  return style === 'solid' ? [cover] : [cover, blocks(width, height)];
}

/** Blocks that say "pixelated"; their colours come from their places alone. */
function blocks(width: number, height: number): SvgNode {
  const side = Math.max(BLOCK, Math.max(width, height) / MAX_BLOCKS);
  let d = '';
  for (let row = 0; row * side < height; row++) {
    for (let column = 0; column * side < width; column++) {
      if ((row * 31 + column * 17 + row * column * 7) % 5 > 1) continue;
      const [x, y] = [column * side, row * side];
      const [w, h] = [Math.min(side, width - x), Math.min(side, height - y)];
      d += `M${x} ${y}h${w}v${h}h${-w}z`;
    }
  }
  return node('path', { d, fill: '#ffffff', 'fill-opacity': 0.14 });
}
