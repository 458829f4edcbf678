import { boxAround } from '../../geometry/box.ts';
import { distanceToSegment } from '../../geometry/point.ts';
import type { Point } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { checkNumber } from './numbers.ts';

/** `points` without those on the straight way between their neighbours. */
export function dropStraight(points: readonly Point[]): Point[] {
  const OFF = 0.05;
  const kept: Point[] = [];
  points.forEach((point, i) => {
    const [before, after] = [kept.at(-1), points[i + 1]];
    if (before && after && distanceToSegment(point, before, after) <= OFF) return;
    kept.push(point);
  });
  return kept;
}

/** A line or an arrow through `points` of the scene. */
export function makeLine<Type extends 'line' | 'arrow'>(
  type: Type,
  points: readonly Point[],
  given: Parameters<typeof makeElement<Type>>[1],
) {
  const [[x, y]] = points as readonly [Point];
  const { width, height } = boxAround(points) ?? { width: 0, height: 0 };
  const own = points.map((point): Point => [checkNumber(point[0] - x), checkNumber(point[1] - y)]);
  return makeElement(type, {
    ...given,
    x: checkNumber(x),
    y: checkNumber(y),
    width,
    height,
    points: own,
  } as Parameters<typeof makeElement<Type>>[1]);
}
