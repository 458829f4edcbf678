import { XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Point, SceneElement, TextElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { nameOf } from '../xml/read-xml.ts';
import type { Drawing, Place } from './drawing.ts';
import { scaleOf, transform, turnOf } from './matrix.ts';
import { checkNumber, readLength } from './numbers.ts';
import { inkOf } from './paint.ts';
import { nearestFamily, styleOf } from './style.ts';

/** Letters that begin at a place of their own. */
interface Run {
  text: string;
  readonly at: Point;
  readonly place: Place;
}

/** Of text whose lines say nothing of it. */
export const LINE_HEIGHT = 1.25;

/** A `text` with its `tspan`s: lines below one another become one text. */
export function drawText(element: XmlElement, place: Place, drawing: Drawing): SceneElement[] {
  const runs: Run[] = [];
  collect(element, place, drawing, runs, { x: 0, y: 0 });
  const isKept = element.attributes['xml:space'] === 'preserve';
  for (const run of runs) {
    run.text = isKept ? run.text.replace(/[\n\t]/g, ' ') : run.text.replace(/\s+/g, ' ').trim();
  }
  const written = runs.filter(({ text, place }) => text.trim() !== '' && place.style.isVisible);
  return groupLines(written).map((lines) => makeText(lines, drawing));
}

interface Pen {
  x: number;
  y: number;
}

function collect(element: XmlElement, place: Place, drawing: Drawing, runs: Run[], pen: Pen): void {
  const { attributes } = element;
  const { fontSize } = place.style;
  const first = (name: string, whole: number) =>
    readLength(attributes[name]?.trim().split(/[\s,]+/)[0], { fontSize, whole });
  const [x, y] = [first('x', place.width), first('y', place.height)];
  const [dx, dy] = [first('dx', place.width) ?? 0, first('dy', place.height) ?? 0];
  const isMoved = x !== undefined || y !== undefined || dy !== 0;
  pen.x = (x ?? pen.x) + dx;
  pen.y = (y ?? pen.y) + dy;
  let isNew = isMoved || runs.length === 0;
  for (const child of element.children) {
    if (child instanceof XmlText) {
      const last = runs.at(-1);
      if (isNew || last === undefined) runs.push({ text: child.text, at: [pen.x, pen.y], place });
      else last.text += child.text;
      isNew = false;
    } else if (child instanceof XmlElement && INLINE.has(nameOf(child))) {
      const style = styleOf(child, place.style, drawing.sheet);
      if (style.isShown) collect(child, { ...place, style }, drawing, runs, pen);
    }
  }
}

const INLINE = new Set(['tspan', 'textPath', 'a']);

/** Runs of one style that stand below one another, one line apart. */
function groupLines(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && follows(last, run)) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

function follows(above: Run, below: Run): boolean {
  const [a, b] = [above.place.style, below.place.style];
  const step = (below.at[1] - above.at[1]) / a.fontSize;
  return (
    Math.abs(above.at[0] - below.at[0]) < 1 &&
    step > 0.8 &&
    step < 2.2 &&
    a.fontSize === b.fontSize &&
    a.fill === b.fill &&
    a.anchor === b.anchor
  );
}

function makeText(lines: readonly Run[], drawing: Drawing): TextElement {
  const [first] = lines as readonly [Run];
  const { matrix, style } = first.place;
  const last = lines.at(-1) ?? first;
  const step = (last.at[1] - first.at[1]) / (lines.length - 1) / style.fontSize;
  const lineHeight = lines.length > 1 ? Math.round(step * 100) / 100 : LINE_HEIGHT;
  const given = {
    text: lines.map(({ text }) => text).join('\n'),
    fontSize: Math.max(1, Math.round(style.fontSize * scaleOf(matrix) * 100) / 100),
    fontFamily: nearestFamily(style.fontFamily),
    lineHeight,
    strokeColor: inkOf(first.place, drawing),
    opacity: Math.round(style.opacity * 100),
  };
  const size = sizeOf(given, drawing);
  const scale = scaleOf(matrix) || 1;
  // In user units, from where the first line stands.
  const [left, top] = [
    first.at[0] - (size.width / scale) * (ANCHORS[style.anchor] ?? 0),
    first.at[1] - style.fontSize * riseOf(style.baseline, lineHeight),
  ];
  const middle = transform(matrix, [left + size.width / scale / 2, top + size.height / scale / 2]);
  return makeElement('text', {
    ...given,
    ...size,
    x: checkNumber(middle[0] - size.width / 2),
    y: checkNumber(middle[1] - size.height / 2),
    angle: turnOf(matrix)?.angle ?? 0,
    textAlign: ALIGNS[style.anchor] ?? 'left',
  });
}

const ANCHORS: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };
const ALIGNS: Readonly<Record<string, TextElement['textAlign']>> = {
  middle: 'center',
  end: 'right',
};

/** Top of the first line above the point that the text is given, in font sizes. */
function riseOf(baseline: string, lineHeight: number): number {
  const above = (lineHeight - 1) / 2;
  if (/^(middle|central)$/.test(baseline)) return lineHeight / 2;
  if (/^(hanging|text-before-edge|text-top)$/.test(baseline)) return above;
  if (/^(text-after-edge|ideographic|text-bottom)$/.test(baseline)) return above + 1;
  return above + 0.8;
}

/** Width and height that a text takes. */
export function sizeOf(
  text: Pick<TextElement, 'text' | 'fontSize' | 'fontFamily' | 'lineHeight'>,
  { measure }: Pick<Drawing, 'measure'>,
): { width: number; height: number } {
  const lines = text.text.split('\n');
  const font = { family: text.fontFamily, size: text.fontSize };
  return {
    width: Math.max(...lines.map((line) => measure(line, font))),
    height: lines.length * text.fontSize * text.lineHeight,
  };
}
