import { unrotatedBox } from '../geometry/bounds.ts';
import { growBox } from '../geometry/box.ts';
import type { LinearElement } from '../geometry/path.ts';
import type { Box, TextElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { node } from './nodes.ts';
import { rounded } from './numbers.ts';
import type { SvgNode } from './svg-node.ts';

/** Kept free between a line and its label, in scene units. */
const ROOM = 4;

/** The label that lies on a line. */
export function lineLabelOf(line: LinearElement, scene: Scene): TextElement | undefined {
  const bound = line.boundElements.find(({ type }) => type === 'text');
  const label = bound && findElement(scene, bound.id);
  return label?.type === 'text' && label.text !== '' ? label : undefined;
}

/** `body` of an upright line with a hole where its label lies, so that the label is readable on any ground. */
export function clipAroundLabel(
  line: LinearElement,
  label: TextElement,
  body: readonly SvgNode[],
): readonly SvgNode[] {
  if (line.angle !== 0) return body;
  const around = growBox(unrotatedBox(line), 100 + 10 * line.strokeWidth);
  const hole = growBox(label, ROOM);
  const id = `clip-${safeId(line.id)}`;
  const d = boxData(around, line) + boxData(hole, line);
  return [
    node('clipPath', { id }, [node('path', { d, 'clip-rule': 'evenodd' })]),
    node('g', { 'clip-path': `url(#${id})` }, body),
  ];
}

function boxData({ x, y, width, height }: Box, origin: LinearElement): string {
  const [left, top] = [rounded(x - origin.x), rounded(y - origin.y)];
  return `M${left} ${top}h${rounded(width)}v${rounded(height)}h${rounded(-width)}z`;
}

/** `id` with nothing in it that means something in `url(#…)`. */
function safeId(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, (letter) => `.${letter.codePointAt(0)?.toString(16)}.`);
}
