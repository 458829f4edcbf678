import type { Box, Point } from '../../model/element.ts';

/** What is cut out: a `horizontal` band goes from the height `start` to `end`, a `vertical` one from left to right. */
export interface Band {
  readonly axis: 'horizontal' | 'vertical';
  readonly start: number;
  readonly end: number;
}

export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** What `box` takes up across the band. */
export function extentAcross(box: Box, { axis }: Band): Extent {
  return axis === 'horizontal'
    ? { low: box.y, high: box.y + box.height }
    : { low: box.x, high: box.x + box.width };
}

/** Where a place across the band comes to lie once the gap is closed. */
export function closeGap(at: number, { start, end }: Band): number {
  if (at <= start) return at;
  return at >= end ? at - (end - start) : start;
}

export function closeGapAt([x, y]: Point, band: Band): Point {
  return band.axis === 'horizontal' ? [x, closeGap(y, band)] : [closeGap(x, band), y];
}

/** Moves by `by` across the band. */
export function shiftAcross<Placed extends { readonly x: number; readonly y: number }>(
  placed: Placed,
  band: Band,
  by: number,
): Placed {
  if (by === 0) return placed;
  return band.axis === 'horizontal'
    ? { ...placed, y: placed.y + by }
    : { ...placed, x: placed.x + by };
}

/** `box` with other bounds across the band. */
export function withExtent(box: Box, { axis }: Band, { low, high }: Extent): Box {
  const { x, y, width, height } = box;
  const size = Math.max(0, high - low);
  return axis === 'horizontal'
    ? { x, y: low, width, height: size }
    : { x: low, y, width: size, height };
}

/** `box` with the band cut out of it. */
export function cutBox(box: Box, band: Band): Box {
  const { low, high } = extentAcross(box, band);
  return withExtent(box, band, { low: closeGap(low, band), high: closeGap(high, band) });
}

export type Side = 'before' | 'behind' | 'inside' | 'across';

/** Where `box` lies; `across` where the band cuts it. */
export function sideOf(box: Box, band: Band): Side {
  const { low, high } = extentAcross(box, band);
  if (high <= band.start) return 'before';
  if (low >= band.end) return 'behind';
  return low >= band.start && high <= band.end ? 'inside' : 'across';
}
