import { expect, test } from 'vitest';
import { FIRST_STYLE } from './current-style.ts';
import { contrastOf } from './panels/style/hex-color.ts';
import { LINE_COLORS, PAPER_COLORS } from './panels/style/palette.ts';
import { lineColorOn, newPaper } from './paper.ts';

test('on every paper the first line is readable, and so are all colours but ink and white', () => {
  for (const [name, paper] of Object.entries(PAPER_COLORS)) {
    const ground = paper === 'transparent' ? '#ffffff' : paper;
    const first = lineColorOn(paper, FIRST_STYLE.strokeColor);
    expect(contrastOf(first, ground), name).toBeGreaterThan(7);
    for (const [color, value] of Object.entries(LINE_COLORS)) {
      const drawn = contrastOf(lineColorOn(paper, value), ground);
      expect(drawn, `${color} on ${name}`).toBeGreaterThan(3);
    }
  }
});

test('a colour of one’s own stays, seen or not', () => {
  expect(lineColorOn('#000000', '#010101')).toBe('#010101');
});

test('in the dark a diagram begins on dark paper', () => {
  expect(newPaper(true)).toBe(PAPER_COLORS.dark);
  expect(newPaper(false)).toBe('#ffffff');
});
