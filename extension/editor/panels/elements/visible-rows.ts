/** Height of a row of the list in CSS pixels: the list shows only those that are in sight. */
export const ROW_PX = 32;
const BEYOND = 8;

export interface RowRange {
  readonly first: number;
  /** The one behind the last. */
  readonly end: number;
}

/** Which of `count` rows must exist where `scrolledPx` are scrolled away and `heightPx` are seen. */
export function visibleRows(count: number, scrolledPx: number, heightPx: number): RowRange {
  const first = Math.max(0, Math.min(count, Math.floor(scrolledPx / ROW_PX) - BEYOND));
  const end = Math.min(count, Math.ceil((scrolledPx + heightPx) / ROW_PX) + BEYOND);
  return { first, end: Math.max(first, end) };
}

/** How far must be scrolled so that the row at `index` is seen. */
export function scrollToRow(index: number, scrolledPx: number, heightPx: number): number {
  const top = index * ROW_PX;
  if (top < scrolledPx) return top;
  return top + ROW_PX > scrolledPx + heightPx ? top + ROW_PX - heightPx : scrolledPx;
}
