import { boxAround } from '../geometry/box.ts';
import type { ElementOf, Point, SceneElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { type Convex, isTouched, subtract } from './convex.ts';

type Line = ElementOf<'line'>;

/** A line through `points` of the scene in the style of `of`, and with nothing else of it. */
export function linePiece(
  of: SceneElement,
  points: readonly Point[],
  given: Partial<Omit<Line, 'type'>> = {},
): Line {
  return makeElement('line', {
    ...styleOf(of),
    ...placePoints(points),
    backgroundColor: 'transparent',
    ...given,
  });
}

/** The fill of `outline` where no cover hides it, or undefined where none of it is hidden. */
export function fillPieces(
  of: SceneElement,
  outline: readonly Point[],
  covers: readonly Convex[],
): readonly Line[] | undefined {
  if (!isTouched(outline, covers)) return undefined;
  if (of.backgroundColor === 'transparent') return [];
  return subtract(outline, covers).map((piece) =>
    linePiece(of, [...piece, piece[0] as Point], {
      strokeColor: 'transparent',
      backgroundColor: of.backgroundColor,
    }),
  );
}

/** Where a path through `points` of the scene lies. */
export function placePoints(points: readonly Point[]) {
  const [x, y] = points[0] ?? [0, 0];
  const { width, height } = boxAround(points) ?? { width: 0, height: 0 };
  return { x, y, width, height, points: points.map(([px, py]): Point => [px - x, py - y]) };
}

export function styleOf(element: SceneElement) {
  const { strokeColor, fillStyle, strokeWidth, strokeStyle, opacity, groupIds, frameId, locked } =
    element;
  return { strokeColor, fillStyle, strokeWidth, strokeStyle, opacity, groupIds, frameId, locked };
}
