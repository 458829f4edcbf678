import type { Point } from '../model/element.ts';

/** `value` with three decimals at most; 0 where it is no finite number, which no attribute may be. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 + 0 : 0;
}

/** `x y` as paths want it. */
export function pair([x, y]: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}
