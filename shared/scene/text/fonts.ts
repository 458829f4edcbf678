import type { FontFamily } from '../model/element.ts';

export interface FontFace {
  /** Value of `font-family`: the packaged font first, then what looks like it. */
  readonly stack: string;
  /** How far below the middle of its line a letter's baseline is, as a share of the font size. */
  readonly baseline: number;
}

/** The fonts of texts. Baselines come from the ascents and descents of the packaged fonts. */
export const FONTS: Readonly<Record<FontFamily, FontFace>> = {
  sans: { stack: "Inter, 'Helvetica Neue', Arial, sans-serif", baseline: 0.364 },
  hand: { stack: 'Caveat, cursive', baseline: 0.33 },
  mono: { stack: "'JetBrains Mono', Menlo, Consolas, monospace", baseline: 0.36 },
};
