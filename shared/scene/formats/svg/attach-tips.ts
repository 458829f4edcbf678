import { boundsOf } from '../../geometry/bounds.ts';
import { distance } from '../../geometry/point.ts';
import type { Arrowhead, Point, SceneElement } from '../../model/element.ts';
import { makeLine } from './make-line.ts';

/** Larger ones are shapes of their own. */
const MAX_TIP = 24;
/** From a line's end to the nearest corner of its tip. */
const REACH = 3;

type Line = Extract<SceneElement, { type: 'line' | 'arrow' }>;

/** Makes arrows of lines at whose ends a small triangle or diamond was drawn, which then is their tip. */
export function attachTips(elements: readonly SceneElement[]): SceneElement[] {
  const lines = elements.filter((element): element is Line => isLine(element) && !isTip(element));
  const tips = elements.filter(isTip);
  // Pages of letters drawn as shapes have many of both.
  if (lines.length * tips.length > 1_000_000) return [...elements];
  const changed = new Map<string, Line>();
  const used = new Set<string>();
  for (const tip of tips) {
    const corners = pointsOf(tip);
    for (const { id } of lines) {
      const line = changed.get(id) ?? lines.find((one) => one.id === id);
      const arrow = line && withTip(line, corners);
      if (!arrow) continue;
      changed.set(id, arrow);
      used.add(tip.id);
      break;
    }
  }
  return elements
    .filter(({ id }) => !used.has(id))
    .map((element) => changed.get(element.id) ?? element);
}

function isLine(element: SceneElement): element is Line {
  return element.type === 'line' || element.type === 'arrow';
}

function isTip(element: SceneElement): element is Line {
  if (element.type !== 'line' || element.points.length < 4 || element.points.length > 5)
    return false;
  const { width, height } = boundsOf(element);
  const [first, last] = [element.points[0] as Point, element.points.at(-1) as Point];
  return distance(first, last) < 1 && Math.max(width, height) <= MAX_TIP;
}

function pointsOf({ x, y, points }: Line): Point[] {
  return points.map(([px, py]): Point => [x + px, y + py]);
}

/** `line`, up to the far end of the tip; undefined where the tip belongs to no free end of it. */
function withTip(line: Line, corners: readonly Point[]): Line | undefined {
  const points = pointsOf(line);
  const length = points.reduce((sum, at, i) => sum + distance(points[i - 1] ?? at, at), 0);
  for (const end of ['end', 'start'] as const) {
    const index = end === 'end' ? points.length - 1 : 0;
    const at = points[index] as Point;
    const taken = end === 'end' ? line.endArrowhead : line.startArrowhead;
    const near = Math.min(...corners.map((corner) => distance(corner, at)));
    const isOnSide = near > REACH && distanceToSides(at, corners) > REACH;
    if (taken !== null || isOnSide || length < MAX_TIP / 2) continue;
    const before = points[end === 'end' ? index - 1 : 1] as Point;
    points[index] = corners.reduce(
      (best, corner) => (distance(corner, before) > distance(best, before) ? corner : best),
      at,
    );
    const { id, type: _type, x: _x, y: _y, width: _w, height: _h, points: _p, ...style } = line;
    const head: Arrowhead = corners.length === 5 && isDiamond(corners) ? 'diamond' : 'triangle';
    const heads = end === 'end' ? { endArrowhead: head } : { startArrowhead: head };
    return { ...makeLine('arrow', points, { ...style, ...heads }), id };
  }
  return undefined;
}

function distanceToSides(at: Point, corners: readonly Point[]): number {
  return Math.min(
    ...corners.slice(1).map((corner, i) => {
      const other = corners[i] as Point;
      return distance(at, [(corner[0] + other[0]) / 2, (corner[1] + other[1]) / 2]);
    }),
  );
}

/** Not one whose back is bent in, as PlantUML draws its tips. */
function isDiamond(corners: readonly Point[]): boolean {
  const sides = corners.slice(1).map((corner, i) => distance(corner, corners[i] as Point));
  return Math.max(...sides) / Math.min(...sides) < 1.3;
}
