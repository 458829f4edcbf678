import { rotatePoint } from '../geometry/point.ts';
import type { ElementOf, Point, SceneElement } from '../model/element.ts';
import { FRAME_NAME_HEIGHT } from '../render/render-frame.ts';
import { type Convex, cutPath, isTouched, subtract } from './convex.ts';
import { turnedCorners } from './cover.ts';
import { fillPieces, linePiece } from './piece.ts';

type Shape = ElementOf<'rectangle' | 'ellipse' | 'diamond' | 'highlight' | 'step' | 'frame'>;

const ELLIPSE_CORNERS = 96;

/**
 * What is left of a shape outside of `covers`: itself where its outline is seen whole, nothing where it is
 * hidden, else its fill and its outline as far as they are seen, as lines.
 */
export function cutShape(shape: Shape, covers: readonly Convex[]): readonly SceneElement[] {
  const outline = outlineOf(shape);
  const first = outline[0] as Point;
  if (subtract(outline, covers).length === 0) return [];
  const parts = cutPath([...outline, first], covers);
  const isSeenWhole = parts.length === 1 && (parts[0]?.at(-1)?.at ?? 0) === outline.length;
  const isWhole = isSeenWhole && parts[0]?.[0]?.at === 0;
  if (shape.type === 'frame') return [hidesName(shape, covers) ? { ...shape, name: null } : shape];
  if (isWhole && !(shape.type === 'step' && hidesNumber(shape, covers))) return [shape];
  const fills = fillPieces(shape, outline, covers) ?? [];
  if (shape.type === 'highlight' || shape.type === 'step') return fills;
  const strokes = parts.map((part) =>
    linePiece(
      shape,
      part.map(({ point }) => point),
    ),
  );
  return [...fills, ...strokes];
}

/** The corners of a shape as it lies in the scene; round ones count as sharp. */
function outlineOf(shape: Shape): readonly Point[] {
  const { x, y, width, height, angle } = shape;
  if (shape.type !== 'ellipse' && shape.type !== 'step' && shape.type !== 'diamond') {
    return turnedCorners(shape, angle);
  }
  const middle: Point = [x + width / 2, y + height / 2];
  const corners = shape.type === 'diamond' ? 4 : ELLIPSE_CORNERS;
  return Array.from({ length: corners }, (_, index) => {
    const turn = (index / corners) * 2 * Math.PI - Math.PI / 2;
    const point: Point = [
      middle[0] + (width / 2) * Math.cos(turn),
      middle[1] + (height / 2) * Math.sin(turn),
    ];
    return rotatePoint(point, middle, angle);
  });
}

/** Whether a cover touches the middle half of a badge, where its number stands. */
function hidesNumber({ x, y, width, height, angle }: Shape, covers: readonly Convex[]): boolean {
  const middle = { x: x + width / 4, y: y + height / 4, width: width / 2, height: height / 2 };
  return isTouched(turnedCorners(middle, angle), covers);
}

/** How wide the letter of a frame's name may be. */
const NAME_LETTER_WIDTH = 14;

/** Whether a cover touches the name over a frame. Frames don't turn. */
function hidesName({ x, y, name }: ElementOf<'frame'>, covers: readonly Convex[]): boolean {
  const width = (name?.length ?? 0) * NAME_LETTER_WIDTH;
  const place = { x, y: y - FRAME_NAME_HEIGHT, width, height: FRAME_NAME_HEIGHT };
  return width > 0 && isTouched(turnedCorners(place, 0), covers);
}
