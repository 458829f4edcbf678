/** Colours for lines and texts: readable on white and on black, but for the two that are these. */
export const LINE_COLORS = {
  ink: '#1e1e1e',
  gray: '#767d86',
  red: '#e03131',
  orange: '#d9480f',
  green: '#2b8a3e',
  blue: '#1c7ed6',
  violet: '#9c4ad9',
  pink: '#d6336c',
  teal: '#0c8599',
  white: '#ffffff',
} as const;

/** Colours for insides and markers, on all of which a text in the first colour of lines is readable. */
export const FILL_COLORS = {
  none: 'transparent',
  white: '#ffffff',
  gray: '#dee2e6',
  red: '#ffc9c9',
  orange: '#ffd8a8',
  yellow: '#ffec99',
  green: '#b2f2bb',
  blue: '#a5d8ff',
  violet: '#d0bfff',
  pink: '#fcc2d7',
} as const;

/** Colours for covers and badges, on which white is readable. */
export const DEEP_COLORS = {
  ink: '#1e1e1e',
  gray: '#5c636a',
  red: '#e03131',
  orange: '#c2410c',
  green: '#2b7a3a',
  blue: '#1971c2',
  violet: '#9c36b5',
  pink: '#c2255c',
} as const;

/** What is drawn on. */
export const PAPER_COLORS = {
  white: '#ffffff',
  gray: '#f1f3f5',
  yellow: '#fff9e3',
  dark: '#16181d',
  none: 'transparent',
} as const;

export type ColorName =
  | keyof typeof PAPER_COLORS
  | keyof typeof LINE_COLORS
  | keyof typeof FILL_COLORS
  | keyof typeof DEEP_COLORS;

export type Palette = Readonly<Partial<Record<ColorName, string>>>;
