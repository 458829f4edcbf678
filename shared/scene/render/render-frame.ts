import type { FrameElement } from '../model/element.ts';
import { FONTS } from '../text/fonts.ts';
import { node } from './nodes.ts';
import type { SvgNode } from './svg-node.ts';

const COLOR = '#868e96';
/** Height of the name above a frame, in scene units. */
export const FRAME_NAME_HEIGHT = 20;

/** A frame with its name above it, at the origin. */
export function renderFrame({ width, height, name }: FrameElement): readonly SvgNode[] {
  return [
    node('rect', { width, height, rx: 8, fill: 'none', stroke: COLOR, 'stroke-width': 1.5 }),
    node('text', { x: 2, y: -6, 'font-family': FONTS.sans.stack, 'font-size': 14, fill: COLOR }, [
      name ?? 'Frame',
    ]),
  ];
}
