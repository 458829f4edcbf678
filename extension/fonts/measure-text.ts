import type { MeasureText } from '../../shared/scene/text/measure-text.ts';
import { FONT_FACES } from './font-faces.ts';

let context: OffscreenCanvasRenderingContext2D | null | undefined;

/** Width of a line as this page draws it, once `loadFonts` is done. */
export const measureText: MeasureText = (text, { family, size }) => {
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('There is no canvas');
  context.font = `${size}px "${FONT_FACES[family].name}"`;
  return context.measureText(text).width;
};
