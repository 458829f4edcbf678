import { uniteBoxes } from '../geometry/box.ts';
import type { Box, Point } from '../model/element.ts';
import { alongX, alongY, snapToGaps } from './snap-gaps.ts';
import { firstFrom, nearestOffset, type SnapIndex, type SnapLines } from './snap-index.ts';

/** A line that shows what lines up, in scene units. */
export interface SnapGuide {
  readonly from: Point;
  readonly to: Point;
  /** Of two that are equal, rather than of what lines up. */
  readonly isGap?: true;
}

export interface Snapping {
  /** How much further the box must be moved. */
  readonly offset: Point;
  readonly guides: readonly SnapGuide[];
}

export interface SnapSides {
  /** Which places of the box may snap, as shares of its width and height; all three for a move. */
  readonly across?: readonly number[];
  readonly down?: readonly number[];
}

const ALL = [0, 0.5, 1];
/** Lines that are no further apart count as one. */
const SAME = 0.01;
const NOWHERE: Snapping = { offset: [0, 0], guides: [] };

/**
 * Moves `box` onto the nearest edges and middles of other boxes, else so that gaps are equal; each axis for itself.
 * What is resized has no gaps to make equal.
 *
 * @param reach in scene units; the eye wants the same distance on the screen at any zoom
 */
export function snapToNeighbours(
  box: Box,
  index: SnapIndex,
  reach: number,
  sides: SnapSides = {},
): Snapping {
  const { across = ALL, down = ALL } = sides;
  const dx = nearest(index.across, box.x, box.width, across, reach);
  const dy = nearest(index.down, box.y, box.height, down, reach);
  const aligned = { ...box, x: box.x + (dx ?? 0), y: box.y + (dy ?? 0) };
  const inRow =
    dx === null && !sides.across ? snapToGaps(alongX(aligned), index.inRow, reach) : null;
  const inColumn =
    dy === null && !sides.down ? snapToGaps(alongY(aligned), index.inColumn, reach) : null;
  if (dx === null && dy === null && inRow === null && inColumn === null) return NOWHERE;
  const [gx, gy] = [inRow?.offset ?? 0, inColumn?.offset ?? 0];
  const moved = { ...aligned, x: aligned.x + gx, y: aligned.y + gy };
  const upright = dx === null ? [] : guidesOf(index.across, moved.x, moved.width, across);
  const level = dy === null ? [] : guidesOf(index.down, moved.y, moved.height, down);
  return {
    offset: [moved.x - box.x, moved.y - box.y],
    guides: [
      ...upright.map(({ place, owners }) => uprightGuide(place, [moved, ...owners])),
      ...level.map(({ place, owners }) => levelGuide(place, [moved, ...owners])),
      ...(inRow?.gaps ?? []).map(
        ({ start, end, at }): SnapGuide => ({
          from: [start, at],
          to: [end, at],
          isGap: true,
        }),
      ),
      ...(inColumn?.gaps ?? []).map(
        ({ start, end, at }): SnapGuide => ({
          from: [at, start],
          to: [at, end],
          isGap: true,
        }),
      ),
    ],
  };
}

/** Moves the top left corner of `box` onto a grid. */
export function snapToGrid({ x, y }: { x: number; y: number }, gridSize: number): Point {
  return [Math.round(x / gridSize) * gridSize - x, Math.round(y / gridSize) * gridSize - y];
}

function nearest(
  lines: SnapLines,
  start: number,
  size: number,
  shares: readonly number[],
  reach: number,
): number | null {
  let best: number | null = null;
  for (const share of shares) {
    const offset = nearestOffset(lines, start + size * share, reach);
    if (offset !== null && (best === null || Math.abs(offset) < Math.abs(best))) best = offset;
  }
  return best;
}

interface Line {
  readonly place: number;
  readonly owners: readonly Box[];
}

function guidesOf(
  lines: SnapLines,
  start: number,
  size: number,
  shares: readonly number[],
): Line[] {
  return shares.flatMap((share) => {
    const place = start + size * share;
    const owners: Box[] = [];
    for (
      let i = firstFrom(lines, place - SAME);
      (lines.places[i] ?? Number.POSITIVE_INFINITY) <= place + SAME;
      i++
    )
      owners.push(lines.owners[i] as Box);
    return owners.length === 0 ? [] : [{ place, owners }];
  });
}

function uprightGuide(x: number, boxes: readonly Box[]): SnapGuide {
  const { y, height } = uniteBoxes(boxes) as Box;
  return { from: [x, y], to: [x, y + height] };
}

function levelGuide(y: number, boxes: readonly Box[]): SnapGuide {
  const { x, width } = uniteBoxes(boxes) as Box;
  return { from: [x, y], to: [x + width, y] };
}
