import { boxAround, cornersOf } from '../../geometry/box.ts';
import { distance, middleBetween } from '../../geometry/point.ts';
import type { Box, Point } from '../../model/element.ts';

/** A shape that a closed way turned out to be. */
export interface Recognised {
  readonly type: 'rectangle' | 'ellipse' | 'diamond';
  readonly box: Box;
  readonly rounded: boolean;
}

/** Of the smaller side: how far off a hand-drawn or rounded number may be. */
const SLACK = 0.03;
/** Of the smaller side: how large a rounded corner may be. A half is a pill. */
const CORNER = 0.5;

/** Which upright shape `points`, a closed way, draws; undefined where it is another one. */
export function recognise(points: readonly Point[]): Recognised | undefined {
  const box = boxAround(points);
  if (box === null || box.width < 1 || box.height < 1 || points.length < 4) return undefined;
  const slack = SLACK * Math.min(box.width, box.height);
  const corners = withoutRepeats(points, slack);
  if (corners.length === 4 && liesOnDiamond(corners, box, slack)) {
    return { type: 'diamond', box, rounded: false };
  }
  if (corners.length >= 4 && corners.every((point) => atCorner(point, box, slack))) {
    return { type: 'rectangle', box, rounded: false };
  }
  if (points.length < 9) return undefined;
  // Long straight lines must lie on the shape too, not only their ends.
  const all = points.flatMap((point, i) => [middleBetween(points[i - 1] ?? point, point), point]);
  if (all.every((point) => onEllipse(point, box))) return { type: 'ellipse', box, rounded: false };
  if (all.every((point) => nearDiamond(point, box))) return { type: 'diamond', box, rounded: true };
  if (!all.every((point) => onFourSides(point, box, slack))) return undefined;
  const isSharp = cornersOf(box).every((corner) =>
    points.some((point) => distance(point, corner) <= slack / 3),
  );
  return { type: 'rectangle', box, rounded: !isSharp };
}

function withoutRepeats(points: readonly Point[], slack: number): Point[] {
  const kept: Point[] = [];
  const isNear = (a: Point | undefined, b: Point) =>
    a !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) <= slack;
  for (const point of points) if (!isNear(kept.at(-1), point)) kept.push(point);
  while (kept.length > 1 && isNear(kept[0], kept.at(-1) as Point)) kept.pop();
  return kept;
}

function liesOnDiamond(corners: readonly Point[], box: Box, slack: number): boolean {
  const tips: Point[] = [
    [box.x + box.width / 2, box.y],
    [box.x + box.width, box.y + box.height / 2],
    [box.x + box.width / 2, box.y + box.height],
    [box.x, box.y + box.height / 2],
  ];
  return tips.every(([x, y]) => corners.some((c) => Math.hypot(c[0] - x, c[1] - y) <= slack));
}

function atCorner([x, y]: Point, box: Box, slack: number): boolean {
  const acrossEdge = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width));
  const downEdge = Math.min(Math.abs(y - box.y), Math.abs(y - box.y - box.height));
  return acrossEdge <= slack && downEdge <= slack;
}

function onEllipse(point: Point, box: Box): boolean {
  const [u, v] = fromMiddle(point, box);
  return Math.abs(Math.hypot(u, v) - 1) <= 0.08;
}

/** A diamond whose corners were cut off or rounded. */
function nearDiamond(point: Point, box: Box): boolean {
  const [u, v] = fromMiddle(point, box);
  return Math.abs(Math.abs(u) + Math.abs(v) - 1) <= 0.2;
}

/** Where `point` lies between the middle of the box, `[0, 0]`, and its right bottom corner, `[1, 1]`. */
function fromMiddle([x, y]: Point, box: Box): Point {
  return [
    (x - box.x - box.width / 2) / (box.width / 2),
    (y - box.y - box.height / 2) / (box.height / 2),
  ];
}

/** Whether it lies on a side, or in a corner outside of the line that cuts it off. */
function onFourSides([x, y]: Point, box: Box, slack: number): boolean {
  const corner = CORNER * Math.min(box.width, box.height) + slack;
  const across = Math.min(x - box.x, box.x + box.width - x);
  const down = Math.min(y - box.y, box.y + box.height - y);
  if (Math.min(across, down) <= slack) return true;
  const [u, v] = [1 - across / corner, 1 - down / corner];
  return across <= corner && down <= corner && u * u + v * v >= 0.9;
}
