import type { TextElement } from '../model/element.ts';
import type { MeasureText } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

/** The lines that are shown. */
export function linesOf({ lines, text }: TextElement): readonly string[] {
  return lines ?? text.split('\n');
}

export type TextLayout = Pick<TextElement, 'lines' | 'width' | 'height'>;

/** Lines and size of `element`'s text, wrapped at `maxWidth` scene units where it is given. */
export function layoutText(
  element: TextElement,
  maxWidth: number | null,
  measure: MeasureText,
): TextLayout {
  const font = { family: element.fontFamily, size: element.fontSize };
  const written = element.text.split('\n');
  const wrapped =
    maxWidth === null
      ? written
      : wrapText(element.text, Math.max(maxWidth, 1), (line) => measure(line, font));
  const width = Math.max(0, ...wrapped.map((line) => measure(line, font)));
  return {
    lines: wrapped.length === written.length ? null : wrapped,
    width,
    height: wrapped.length * element.fontSize * element.lineHeight,
  };
}

/** A text that belongs to no shape, with lines and size for its text, staying where it is aligned. */
export function fitText(element: TextElement, measure: MeasureText): TextElement {
  const layout = layoutText(element, element.autoResize ? null : element.width, measure);
  const width = element.autoResize ? layout.width : element.width;
  const share = { left: 0, center: 0.5, right: 1 }[element.textAlign];
  return { ...element, ...layout, width, x: element.x + (element.width - width) * share };
}
