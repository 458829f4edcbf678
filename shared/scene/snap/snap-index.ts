import type { Box } from '../model/element.ts';
import { alongX, alongY, type Span } from './snap-gaps.ts';

/** The edges and middles of boxes along one axis, sorted, each with its box. */
export interface SnapLines {
  readonly places: Float64Array;
  readonly owners: readonly Box[];
}

/** What boxes can be moved to line up with. Made once for a gesture, then asked for each move. */
export interface SnapIndex {
  /** Places from left to right. */
  readonly across: SnapLines;
  /** Places from top to bottom. */
  readonly down: SnapLines;
  /** The boxes from left to right, … */
  readonly inRow: readonly Span[];
  /** … and from top to bottom. */
  readonly inColumn: readonly Span[];
}

/** An index of the boxes that stay while others are moved. */
export function prepareSnap(boxes: readonly Box[]): SnapIndex {
  return {
    across: linesOf(boxes, ({ x, width }) => [x, x + width / 2, x + width]),
    down: linesOf(boxes, ({ y, height }) => [y, y + height / 2, y + height]),
    inRow: boxes.map(alongX).sort((a, b) => a.from - b.from),
    inColumn: boxes.map(alongY).sort((a, b) => a.from - b.from),
  };
}

function linesOf(boxes: readonly Box[], placesOf: (box: Box) => readonly number[]): SnapLines {
  const lines = boxes
    .flatMap((owner) => placesOf(owner).map((place) => ({ place, owner })))
    .sort((a, b) => a.place - b.place);
  return {
    places: Float64Array.from(lines, ({ place }) => place),
    owners: lines.map(({ owner }) => owner),
  };
}

/** Index of the first place that is not before `at`. */
export function firstFrom({ places }: SnapLines, at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The distance from `at` to the nearest place, signed, or null where there is none within `reach`. */
export function nearestOffset(lines: SnapLines, at: number, reach: number): number | null {
  const index = firstFrom(lines, at);
  const before = at - (lines.places[index - 1] ?? Number.NEGATIVE_INFINITY);
  const behind = (lines.places[index] ?? Number.POSITIVE_INFINITY) - at;
  if (Math.min(before, behind) > reach) return null;
  return behind <= before ? behind : -before;
}
