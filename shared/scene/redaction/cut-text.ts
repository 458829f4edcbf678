import { rotatePoint } from '../geometry/point.ts';
import type { Point, TextElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { type Convex, spanBetween } from './convex.ts';
import { styleOf } from './piece.ts';

/** A line of a text as it is set, where it would lie if the text were not turned. */
export interface SetLine {
  readonly text: string;
  readonly x: number;
  /** The upper edge; the line's height is the text's `fontSize` times its `lineHeight`. */
  readonly y: number;
  readonly width: number;
}

interface Run {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** How far letters reach beyond their own width, in font sizes. */
const OVERHANG = 0.2;
/** Scripts whose letters don't simply stand one after the other from left to right. */
const INTRICATE =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Myanmar}]/u;

/**
 * What is left of a text outside of `covers`: itself where no letter is touched, else its lines and parts of
 * lines as texts of their own. A part begins or ends at the cover's edge, not where its letters were: their
 * exact place would tell how wide the hidden ones are, and so which.
 */
export function cutText(
  text: TextElement,
  lines: readonly SetLine[],
  covers: readonly Convex[],
  measure: (text: string) => number,
): readonly TextElement[] {
  const middle: Point = [text.x + text.width / 2, text.y + text.height / 2];
  const upright = covers.map((cover) => cover.map((p) => rotatePoint(p, middle, -text.angle)));
  const height = text.fontSize * text.lineHeight;
  const cut = lines.map((line) => ({ line, runs: cutLine(text, line, upright, measure) }));
  if (cut.every(({ runs }) => runs === undefined)) return [text];
  return cut.flatMap(({ line, runs }) =>
    (runs ?? [line])
      .filter((run) => run.text.trim() !== '')
      .map((run) => runElement(text, run, line.y, height, middle)),
  );
}

/** The visible parts of a line, or undefined where all of it is. */
function cutLine(
  { fontSize, lineHeight, textAlign }: TextElement,
  line: SetLine,
  covers: readonly Convex[],
  measure: (text: string) => number,
): readonly Run[] | undefined {
  const reach = OVERHANG * fontSize;
  const spans = covers
    .map((cover) => spanBetween(cover, line.y - reach, line.y + fontSize * lineHeight + reach))
    .filter((span) => span !== undefined)
    .filter(([from, to]) => from < line.x + line.width + reach && to > line.x - reach);
  if (spans.length === 0) return undefined;
  if (INTRICATE.test(line.text)) return [];
  const isHidden = (from: number, to: number) =>
    spans.some(([start, end]) => from - reach < end && to + reach > start);
  const runs: Run[] = [];
  let letters = '';
  let start: number | undefined = line.x;
  let isFirst = true;
  const finish = (atCover: number | undefined) => {
    if (letters !== '') runs.push(placeRun(letters, isFirst, atCover));
    letters = '';
    isFirst = false;
  };
  const placeRun = (visible: string, begins: boolean, atCover: number | undefined): Run => {
    const width = measure(visible);
    // The first part of a left-aligned line and the last of a right-aligned one stand where they always stand.
    if (begins && textAlign === 'left') return { text: visible, x: line.x, width };
    if (atCover === undefined && textAlign === 'right') {
      return { text: visible, x: line.x + line.width - width, width };
    }
    const x = begins && atCover !== undefined ? atCover - width : (start ?? line.x);
    return { text: visible, x, width };
  };
  let before = '';
  for (const { segment } of new Intl.Segmenter().segment(line.text)) {
    const from = line.x + measure(before);
    before += segment;
    const to = line.x + measure(before);
    if (!isHidden(from, to)) {
      letters += segment;
      continue;
    }
    const touched = spans.filter(([a, b]) => from - reach < b && to + reach > a);
    finish(Math.min(...touched.map(([a]) => a)));
    isFirst = false;
    start = Math.max(...touched.map(([, b]) => b));
  }
  finish(undefined);
  return runs;
}

function runElement(
  text: TextElement,
  { text: letters, x, width }: Run,
  y: number,
  height: number,
  middle: Point,
): TextElement {
  const own: Point = [x + width / 2, y + height / 2];
  const [cx, cy] = rotatePoint(own, middle, text.angle);
  return makeElement('text', {
    ...styleOf(text),
    angle: text.angle,
    x: cx - width / 2,
    y: cy - height / 2,
    width,
    height,
    text: letters,
    fontSize: text.fontSize,
    fontFamily: text.fontFamily,
    lineHeight: text.lineHeight,
  });
}
