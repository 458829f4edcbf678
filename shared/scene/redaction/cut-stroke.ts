import { scenePoints } from '../geometry/bounds.ts';
import { isClosed } from '../geometry/path.ts';
import type { ElementOf, SceneElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { type Convex, cutPath, isInside, type PathPoint } from './convex.ts';
import { fillPieces, linePiece, placePoints, styleOf } from './piece.ts';

type Stroke = ElementOf<'line' | 'arrow' | 'freedraw'>;
type Part = readonly PathPoint[];

const SLIP = 1e-6;

/**
 * What is left of a line, an arrow or a freehand stroke outside of `covers`: itself where nothing is hidden,
 * nothing where all is, else the visible stretches, which don't tell where the hidden ones went.
 */
export function cutStroke(stroke: Stroke, covers: readonly Convex[]): readonly SceneElement[] {
  const path = scenePoints(stroke);
  const [first] = path;
  if (path.length < 2 || !first) {
    return covers.some((cover) => first && isInside(cover, first)) ? [] : [stroke];
  }
  const parts = cutPath(path, covers);
  const lastAt = path.length - 1;
  const isFilled = stroke.backgroundColor !== 'transparent' && isClosed(stroke);
  const fills = isFilled ? fillPieces(stroke, path, covers) : undefined;
  const isWhole = parts.length === 1 && isStart(parts[0]) && isEnd(parts[0], lastAt);
  if (isWhole && !fills) return [stroke];
  const strokes =
    stroke.type === 'freedraw'
      ? parts.map((part) => freehandPart(stroke, part))
      : parts.map((part) => linePart(stroke, part, lastAt));
  return [...(fills ?? []), ...strokes];
}

/** An arrowhead stays where its end is seen. */
function linePart(stroke: ElementOf<'line' | 'arrow'>, part: Part, lastAt: number): SceneElement {
  return linePiece(
    stroke,
    part.map(({ point }) => point),
    {
      startArrowhead: isStart(part) ? stroke.startArrowhead : null,
      endArrowhead: isEnd(part, lastAt) ? stroke.endArrowhead : null,
    },
  );
}

function freehandPart(stroke: ElementOf<'freedraw'>, part: Part): SceneElement {
  const pressures = part.map(({ at }) => stroke.pressures[Math.round(at)]);
  return makeElement('freedraw', {
    ...styleOf(stroke),
    ...placePoints(part.map(({ point }) => point)),
    pressures: pressures.every((pressure) => pressure !== undefined) ? pressures : [],
  });
}

function isStart(part: Part | undefined): boolean {
  return (part?.[0]?.at ?? 1) < SLIP;
}

function isEnd(part: Part | undefined, lastAt: number): boolean {
  return (part?.at(-1)?.at ?? 0) > lastAt - SLIP;
}
