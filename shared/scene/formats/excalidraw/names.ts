import type { Arrowhead, FontFamily } from '../../model/element.ts';

/** Excalidraw's numbers of fonts by ours; the first is the one that is written. */
const FONTS: Readonly<Record<FontFamily, readonly number[]>> = {
  hand: [5, 1],
  sans: [6, 2, 7, 9],
  mono: [8, 3],
};

/** Excalidraw's arrowheads by ours; the first is the one that is written. */
const ARROWHEADS: Readonly<Record<Arrowhead, readonly string[]>> = {
  arrow: ['arrow'],
  triangle: ['triangle', 'triangle_outline'],
  dot: ['circle', 'dot', 'circle_outline', 'cardinality_zero_or_one'],
  bar: ['bar', 'crowfoot_one', 'cardinality_one', 'cardinality_exactly_one'],
  diamond: ['diamond', 'diamond_outline'],
};

/** Those whose meaning no arrowhead of ours has. */
const CROWS_FEET = /^(crowfoot|cardinality)_/;

export function readFont(value: unknown): FontFamily {
  return nameOf(FONTS, value) ?? 'sans';
}

export function writeFont(family: FontFamily): number {
  return FONTS[family][0] as number;
}

export function readArrowhead(value: unknown): Arrowhead | null {
  if (typeof value !== 'string') return null;
  return nameOf(ARROWHEADS, value) ?? 'arrow';
}

export function isCrowsFoot(value: unknown): boolean {
  return typeof value === 'string' && CROWS_FEET.test(value);
}

export function writeArrowhead(arrowhead: Arrowhead | null): string | null {
  return arrowhead && (ARROWHEADS[arrowhead][0] as string);
}

function nameOf<Name extends string>(
  table: Readonly<Record<Name, readonly unknown[]>>,
  value: unknown,
): Name | undefined {
  const entries = Object.entries(table) as [Name, readonly unknown[]][];
  return entries.find(([, values]) => values.includes(value))?.[0];
}
