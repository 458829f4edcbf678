import type { TextElement } from '../model/element.ts';
import { linesOf } from '../text/layout-text.ts';
import type { MeasureText } from '../text/measure-text.ts';
import type { SetLine } from './cut-text.ts';

const SHARE_BEFORE = { left: 0, center: 0.5, right: 1 } as const;

/** The lines of a text where they stand, as if it were not turned. */
export function setLines(text: TextElement, measure: MeasureText): readonly SetLine[] {
  const font = { family: text.fontFamily, size: text.fontSize };
  return linesOf(text).map((line, index) => {
    const width = measure(line, font);
    return {
      text: line,
      x: text.x + (text.width - width) * SHARE_BEFORE[text.textAlign],
      y: text.y + index * text.fontSize * text.lineHeight,
      width,
    };
  });
}
