import { expect, test } from 'vitest';
import { contrastOf, readHexColor } from './hex-color.ts';
import { DEEP_COLORS, FILL_COLORS, LINE_COLORS } from './palette.ts';

test.each([
  ['#1E1E1E', '#1e1e1e'],
  [' abc ', '#aabbcc'],
  ['#1234', '#11223344'],
  ['11223344', '#11223344'],
  ['red', null],
  ['#12', null],
  ['url(#a)', null],
  ['', null],
])('%j is read as %j', (typed, color) => {
  expect(readHexColor(typed)).toBe(color);
});

test('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('lines are seen on white and on black', () => {
  for (const [name, color] of Object.entries(LINE_COLORS)) {
    if (name !== 'white') expect(contrastOf(color, '#ffffff'), name).toBeGreaterThan(3);
    if (name !== 'ink') expect(contrastOf(color, '#121212'), name).toBeGreaterThan(3);
  }
});

test('text is readable on fills, and white on covers and badges', () => {
  for (const [name, color] of Object.entries(FILL_COLORS))
    if (name !== 'none') expect(contrastOf(color, LINE_COLORS.ink), name).toBeGreaterThan(7);
  for (const [name, color] of Object.entries(DEEP_COLORS))
    expect(contrastOf(color, '#ffffff'), name).toBeGreaterThan(4.5);
});
