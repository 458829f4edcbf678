import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeElement } from '../model/make-element.ts';
import { fitText, layoutText, linesOf } from './layout-text.ts';
import { wrapText } from './wrap-text.ts';

const widthOf = (line: string) => [...line].length;
const measure = (line: string) => widthOf(line) * 10;

test('no line is wider than it may be, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-ascii' }),
      fc.integer({ min: 1, max: 20 }),
      (text, max) => {
        const lines = wrapText(text, max, widthOf);
        for (const line of lines) expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(max);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      },
    ),
  );
});

test('lines break at spaces, and within words only where they must', () => {
  expect(wrapText('one two three', 7, widthOf)).toEqual(['one two', 'three']);
  expect(wrapText('abcdefgh ij', 5, widthOf)).toEqual(['abcde', 'fgh', 'ij']);
  expect(wrapText('a\n\nb', 5, widthOf)).toEqual(['a', '', 'b']);
});

test('a text keeps the side that it is aligned to', () => {
  const text = makeElement('text', { text: 'abcd', x: 100, width: 20, textAlign: 'right' });
  expect(fitText(text, measure)).toMatchObject({ x: 80, width: 40, height: 25, lines: null });
  const wrapped = fitText({ ...text, text: 'ab cd', autoResize: false }, measure);
  expect(wrapped).toMatchObject({ x: 100, width: 20, lines: ['ab', 'cd'], height: 50 });
  expect(linesOf(wrapped)).toEqual(['ab', 'cd']);
  expect(layoutText(text, null, measure).width).toBe(40);
});
