import type { StepElement, TextElement } from '../model/element.ts';
import { FONTS } from '../text/fonts.ts';
import { linesOf } from '../text/layout-text.ts';
import { paint } from './colors.ts';
import { node } from './nodes.ts';
import type { SvgNode } from './svg-node.ts';

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
const SHARES = { left: 0, center: 0.5, right: 1 } as const;

/** A text with one `tspan` for each line, at the origin. */
export function renderText(element: TextElement): readonly SvgNode[] {
  const { fontSize, lineHeight, fontFamily, textAlign, width } = element;
  const font = FONTS[fontFamily];
  const step = fontSize * lineHeight;
  const x = width * SHARES[textAlign];
  const lines = linesOf(element).map((line, index) =>
    node('tspan', { x, y: step * (index + 0.5) + fontSize * font.baseline }, [line]),
  );
  return [
    node(
      'text',
      {
        'font-family': font.stack,
        'font-size': fontSize,
        fill: paint(element.strokeColor),
        'text-anchor': ANCHORS[textAlign],
        'xml:space': 'preserve',
      },
      lines,
    ),
  ];
}

/** A numbered badge, at the origin. */
export function renderStep({ width, height, number, ...step }: StepElement): readonly SvgNode[] {
  const [rx, ry] = [width / 2, height / 2];
  const digits = String(number).length;
  const fontSize = Math.min(width, height) * (digits < 2 ? 0.6 : digits === 2 ? 0.5 : 0.36);
  const ring = Math.min(2, Math.min(width, height) / 12);
  return [
    node('ellipse', {
      cx: rx,
      cy: ry,
      rx: Math.max(0, rx - ring / 2),
      ry: Math.max(0, ry - ring / 2),
      fill: paint(step.backgroundColor),
      stroke: paint(step.strokeColor),
      'stroke-width': ring,
    }),
    node(
      'text',
      {
        x: rx,
        y: ry + fontSize * FONTS.sans.baseline,
        'font-family': FONTS.sans.stack,
        'font-size': fontSize,
        'font-weight': 600,
        fill: paint(step.strokeColor),
        'text-anchor': 'middle',
      },
      [String(number)],
    ),
  ];
}
