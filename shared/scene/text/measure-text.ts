import type { FontFamily } from '../model/element.ts';

/** Width of one line of text, in scene units. Passed in, since only its surroundings know the fonts. */
export type MeasureText = (text: string, font: Font) => number;

export interface Font {
  readonly family: FontFamily;
  readonly size: number;
}
