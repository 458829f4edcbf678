import type { Box } from '../model/element.ts';

/** From one box to the next along an axis, where nothing is. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** Across it: the middle of what both boxes have beside it. */
  readonly at: number;
}

export interface EqualGaps {
  /** How much further the box must be moved. */
  readonly offset: number;
  /** Two that are equal then. */
  readonly gaps: readonly [Gap, Gap];
}

/** A box seen along an axis: where it begins and ends on it, and where beside it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Closer than this boxes touch. */
const MIN_GAP = 1;

export const alongX = ({ x, y, width, height }: Box): Span => ({
  from: x,
  to: x + width,
  low: y,
  high: y + height,
});

export const alongY = ({ x, y, width, height }: Box): Span => ({
  from: y,
  to: y + height,
  low: x,
  high: x + width,
});

/**
 * Moves a box along an axis so that it is as far from its neighbour as that is from the next, or in the middle
 * between two; null where it is not near such a place.
 *
 * @param others from where they begin
 * @param reach in scene units
 */
export function snapToGaps(moved: Span, others: readonly Span[], reach: number): EqualGaps | null {
  let best: EqualGaps | null = null;
  let last: Span | undefined;
  for (const next of others) {
    if (next.low >= moved.high || moved.low >= next.high) continue;
    if (last !== undefined && next.from - last.to >= MIN_GAP) {
      for (const one of placesBeside(moved, last, next)) {
        const isNearer = Math.abs(one.offset) < Math.abs(best?.offset ?? Number.POSITIVE_INFINITY);
        if (Math.abs(one.offset) <= reach && isNearer) best = one;
      }
    }
    if (last === undefined || next.to > last.to) last = next;
  }
  return best;
}

function placesBeside(moved: Span, a: Span, b: Span): readonly EqualGaps[] {
  const length = moved.to - moved.from;
  const gap = b.from - a.to;
  const held = gapOf(a, b);
  const places: EqualGaps[] = [];
  const put = (from: number, gaps: (span: Span) => readonly [Gap, Gap]) => {
    const span = { ...moved, from, to: from + length };
    places.push({ offset: from - moved.from, gaps: gaps(span) });
  };
  put(b.to + gap, (span) => [held, gapOf(b, span)]);
  put(a.from - gap - length, (span) => [gapOf(span, a), held]);
  if (gap - length >= 2 * MIN_GAP) {
    put((a.to + b.from - length) / 2, (span) => [gapOf(a, span), gapOf(span, b)]);
  }
  return places;
}

function gapOf(a: Span, b: Span): Gap {
  const at = (Math.max(a.low, b.low) + Math.min(a.high, b.high)) / 2;
  return { start: a.to, end: b.from, at };
}
