import type { SceneElement } from '../model/element.ts';
import { paint } from './colors.ts';

/** Attributes of the line around or along an element. */
export function strokeOf(element: SceneElement): Record<string, string | number | undefined> {
  const stroke = paint(element.strokeColor);
  if (stroke === 'none' || element.strokeWidth <= 0) return { stroke: 'none' };
  return {
    stroke,
    'stroke-width': element.strokeWidth,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashesOf(element),
  };
}

function dashesOf({ strokeStyle, strokeWidth }: SceneElement): string | undefined {
  if (strokeStyle === 'dashed') return `${8 + strokeWidth} ${6 + 2 * strokeWidth}`;
  // A dash of almost no length with round ends is a dot.
  return strokeStyle === 'dotted' ? `0.01 ${3 + 2 * strokeWidth}` : undefined;
}
