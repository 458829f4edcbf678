import type { FontFamily } from '../../shared/scene/model/element.ts';
import type { SvgNode } from '../../shared/scene/render/svg-node.ts';

/** A line of text as our renderer places it. */
export interface WrittenLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly family: FontFamily;
  readonly size: number;
  readonly color: string;
  readonly anchor: string;
}

/** What of a line's width lies before its place. */
export const ANCHOR_SHARES: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/** The lines of a `text` node, one for each `tspan`. */
export function linesOfText({ attributes, children }: SvgNode): readonly WrittenLine[] {
  const stack = String(attributes['font-family']);
  const common = {
    family: familyOf(stack),
    size: Number(attributes['font-size']),
    color: String(attributes.fill),
    anchor: String(attributes['text-anchor'] ?? 'start'),
  };
  return children.map((child): WrittenLine => {
    const place = typeof child === 'string' ? attributes : child.attributes;
    const text = typeof child === 'string' ? child : child.children.join('');
    return { ...common, text, x: Number(place.x ?? 0), y: Number(place.y ?? 0) };
  });
}

/** By which a line that has to be drawn is found again. */
export function lineKey({ text, family, size, color }: WrittenLine): string {
  return JSON.stringify([text, family, size, color]);
}

function familyOf(stack: string): FontFamily {
  if (stack.startsWith('Caveat')) return 'hand';
  return stack.includes('JetBrains') ? 'mono' : 'sans';
}
