import { boundsOf, boundsOfAll } from '../../geometry/bounds.ts';
import type { Box, SceneElement, TextElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { withLabel } from './attach-labels.ts';
import { sizeOf } from './draw-text.ts';

/** What a tool drew for one thing: the shape that arrows hold, and all its parts. */
export interface Node {
  readonly shape: SceneElement;
  readonly parts: readonly SceneElement[];
}

/**
 * Makes one thing of the parts that a tool drew for it: a shape with a label where that is all, else a group of
 * them. Arrows hold the part that is as large as the whole, or a shape of that size that is not seen.
 */
export function makeNode(
  drawn: readonly SceneElement[],
  measure: MeasureText,
  verticalAlign: TextElement['verticalAlign'] = 'middle',
): Node | undefined {
  const box = boundsOfAll(drawn);
  if (box === null) return undefined;
  const texts = drawn.filter((element) => element.type === 'text');
  const shapes = mergeSame(drawn.filter(({ type }) => type !== 'text'));
  const [only, ...others] = shapes;
  if (only && others.length === 0 && isContainer(only)) {
    const text = joinLines(texts, measure);
    if (text === undefined) return { shape: only, parts: [only] };
    const [shape, label] = withLabel(only, text, verticalAlign);
    return { shape, parts: [shape, label] };
  }
  const [first] = texts;
  if (shapes.length === 0 && first && texts.length === 1) return { shape: first, parts: [first] };
  const groupIds = [crypto.randomUUID()];
  const grouped = <Part extends SceneElement>(part: Part): Part => ({ ...part, groupIds });
  const large = shapes.find((shape) => isContainer(shape) && fills(shape, box));
  const holder = large ?? makeElement('rectangle', { ...box, strokeColor: 'transparent' });
  const behind = large ? [] : [grouped(holder)];
  const label = joinLines(texts, measure);
  if (!large && label && isCaption(label, box, shapes.length)) {
    const [shape, text] = withLabel(grouped(holder), grouped(label), verticalAlign);
    return { shape, parts: [shape, ...shapes.map(grouped), text] };
  }
  const parts = [...behind, ...[...shapes, ...texts].map(grouped)];
  return { shape: grouped(holder), parts };
}

function isContainer({ type }: SceneElement): boolean {
  return type === 'rectangle' || type === 'ellipse' || type === 'diamond';
}

function fills(shape: SceneElement, box: Box): boolean {
  const SHARE = 0.9;
  const own = boundsOf(shape);
  return own.width >= SHARE * box.width && own.height >= SHARE * box.height;
}

/** Whether words in the middle of one outline, like that of a cylinder, name it. */
function isCaption(text: TextElement, box: Box, shapes: number): boolean {
  const off = Math.abs(text.x + text.width / 2 - box.x - box.width / 2);
  return shapes <= 2 && off <= 0.1 * box.width;
}

/** Fill and outline that were drawn one after the other become one shape, lines that were drawn twice one line. */
function mergeSame(shapes: readonly SceneElement[]): SceneElement[] {
  const merged: SceneElement[] = [];
  for (const shape of shapes) {
    const at = merged.findIndex((other) => isSame(other, shape));
    const other = merged[at];
    if (other) merged[at] = overlay(other, shape);
    else merged.push(shape);
  }
  return merged;
}

function isSame(a: SceneElement, b: SceneElement): boolean {
  const OFF = 1.5;
  const isBent = [a, b].some((shape) => 'points' in shape && shape.points.length > 2);
  if (a.type !== b.type || isBent) return false;
  const [boxA, boxB] = [boundsOf(a), boundsOf(b)];
  return SIDES.every((side) => Math.abs(boxA[side] - boxB[side]) <= OFF);
}

const SIDES = ['x', 'y', 'width', 'height'] as const;

function overlay(below: SceneElement, above: SceneElement): SceneElement {
  const isFilled = above.backgroundColor !== 'transparent';
  const isOutlined = above.strokeColor !== 'transparent';
  return {
    ...below,
    ...(isFilled ? { backgroundColor: above.backgroundColor } : {}),
    ...(isOutlined ? { strokeColor: above.strokeColor, strokeWidth: above.strokeWidth } : {}),
  };
}

/** `texts` as lines of one, from the top. */
export function joinLines(
  texts: readonly TextElement[],
  measure: MeasureText,
): TextElement | undefined {
  const [first, ...others] = texts.toSorted((a, b) => a.y - b.y || a.x - b.x);
  if (first === undefined || others.length === 0) return first;
  const joined = { ...first, text: [first, ...others].map(({ text }) => text).join('\n') };
  return { ...joined, ...sizeOf(joined, { measure }) };
}
