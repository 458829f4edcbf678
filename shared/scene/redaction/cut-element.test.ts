import { expect, test } from 'vitest';
import type { Point } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { coverOf } from './cover.ts';
import { cutShape } from './cut-shape.ts';
import { cutStroke } from './cut-stroke.ts';
import { cutText } from './cut-text.ts';

const LETTER = 10;
const measure = (text: string) => text.length * LETTER;

function under(x: number, y: number, width: number, height: number) {
  return [coverOf(makeElement('redaction', { x, y, width, height })).area];
}

function text(given: object = {}) {
  return makeElement('text', { text: 'user: alice now', width: 150, height: 25, ...given });
}
const LINES = [{ text: 'user: alice now', x: 0, y: 0, width: 150 }];

test('a text keeps what is not covered, and its parts begin at the cover', () => {
  const parts = cutText(text(), LINES, under(55, -5, 60, 40), measure);
  expect(parts.map(({ text, x }) => [text, x])).toEqual([
    ['user:', 0],
    ['now', 115],
  ]);
  expect(JSON.stringify(parts)).not.toContain('alice');
});

test('the place of what follows tells nothing of the width of what is hidden', () => {
  const cover = under(55, -5, 60, 40);
  const place = (hidden: string) => {
    const all = `user: ${hidden} now`;
    const lines = [{ text: all, x: 0, y: 0, width: measure(all) }];
    return cutText(text({ text: all }), lines, cover, (part) =>
      [...part].reduce((sum, letter) => sum + (letter === 'i' ? 9 : LETTER), 0),
    ).map(({ x, text }) => [x, text]);
  };
  expect(place('alice')).toEqual(place('maboc'));
});

test('other lines of a text stay where they are', () => {
  const lines = [
    { text: 'one', x: 0, y: 0, width: 30 },
    { text: 'secret', x: 0, y: 25, width: 60 },
    { text: 'three', x: 0, y: 50, width: 50 },
  ];
  const parts = cutText(text({ height: 75 }), lines, under(-10, 30, 200, 15), measure);
  expect(parts.map(({ text, y }) => [text, y])).toEqual([
    ['one', 0],
    ['three', 50],
  ]);
});

test('of a script whose letters join, a touched line goes as a whole', () => {
  const line = { text: 'שלום עולם', x: 0, y: 0, width: 90 };
  expect(cutText(text({ text: line.text }), [line], under(0, 0, 10, 20), measure)).toEqual([]);
});

test('an untouched element is the same one', () => {
  const far = under(500, 500, 10, 10);
  const box = makeElement('rectangle', { width: 10, height: 10 });
  const arrow = makeElement('arrow', {
    points: [
      [0, 0],
      [50, 0],
    ],
    width: 50,
  });
  const written = text();
  expect(cutShape(box, far)[0]).toBe(box);
  expect(cutStroke(arrow, far)[0]).toBe(arrow);
  expect(cutText(written, LINES, far, measure)[0]).toBe(written);
});

test('a shape that only surrounds a redaction stays whole', () => {
  const box = makeElement('rectangle', { width: 100, height: 100, backgroundColor: '#ff0000' });
  expect(cutShape(box, under(20, 20, 30, 30))).toEqual([box]);
});

test('a shape wholly under a redaction goes', () => {
  for (const type of ['rectangle', 'ellipse', 'diamond', 'highlight', 'step'] as const) {
    expect(cutShape(makeElement(type, { width: 10, height: 10 }), under(0, 0, 10, 10))).toEqual([]);
  }
});

test('of a shape partly under a redaction the hidden edges are not told', () => {
  const box = makeElement('rectangle', { id: 'secret', width: 100, height: 40, link: 'https://a' });
  const pieces = cutShape(box, under(60, -10, 100, 100));
  const xs = pieces.flatMap((piece) =>
    'points' in piece ? piece.points.map(([px]: Point) => piece.x + px) : [Number.NaN],
  );
  expect(Math.max(...xs)).toBeCloseTo(60, 6);
  expect(JSON.stringify(pieces)).not.toContain('secret');
  expect(JSON.stringify(pieces)).not.toContain('https://a');
});

test('a badge whose number is touched loses it', () => {
  const step = makeElement('step', { width: 40, height: 40, number: 7 });
  expect(cutShape(step, under(18, 18, 4, 4)).some(({ type }) => type === 'step')).toBe(false);
  expect(cutShape(step, under(0, 0, 3, 3))).toEqual([step]);
});

test('an arrow keeps the head that is seen and loses the one that is not', () => {
  const arrow = makeElement('arrow', {
    points: [
      [0, 0],
      [100, 0],
    ],
    width: 100,
    startArrowhead: 'dot',
  });
  const [left, right] = cutStroke(arrow, under(40, -10, 20, 20));
  expect(left).toMatchObject({ startArrowhead: 'dot', endArrowhead: null, width: 40 });
  expect(right).toMatchObject({ startArrowhead: null, endArrowhead: 'arrow', x: 60 });
  expect(cutStroke(arrow, under(-10, -10, 120, 20))).toEqual([]);
});

test('handwriting under a redaction goes, with its pressures', () => {
  const points = Array.from({ length: 11 }, (_, i): Point => [i * 10, 0]);
  const pressures = points.map((_, i) => i / 10);
  const stroke = makeElement('freedraw', { points, pressures, width: 100 });
  const [left, right] = cutStroke(stroke, under(31, -5, 38, 10));
  expect(left).toMatchObject({ pressures: [0, 0.1, 0.2, 0.3, 0.3] });
  expect(right).toMatchObject({ x: 69, pressures: [0.7, 0.7, 0.8, 0.9, 1] });
});

test('a frame loses a name that is covered, and no other', () => {
  const frame = makeElement('frame', { x: 0, y: 100, width: 200, height: 100, name: 'secret' });
  expect(cutShape(frame, under(0, 80, 60, 15))).toMatchObject([{ type: 'frame', name: null }]);
  expect(cutShape(frame, under(150, 150, 20, 20))).toEqual([frame]);
});

test('a filled outline loses the covered part of its fill; an open line around a cover loses nothing', () => {
  const corners: readonly Point[] = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ];
  const open = makeElement('line', { points: corners, width: 100, height: 100 });
  expect(cutStroke(open, under(40, 40, 20, 20))).toEqual([open]);
  const points = [...corners, [0, 0] as const];
  const filled = makeElement('line', { ...open, points, backgroundColor: '#ff0000' });
  const pieces = cutStroke(filled, under(50, -10, 100, 200));
  const xs = pieces.flatMap((piece) =>
    'points' in piece ? piece.points.map(([px]) => piece.x + px) : [],
  );
  expect(pieces[0]).toMatchObject({ backgroundColor: '#ff0000', strokeColor: 'transparent' });
  expect(Math.max(...xs)).toBeCloseTo(50, 6);
});
