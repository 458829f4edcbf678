import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { expect, test } from 'vitest';
import { readColor } from './color.ts';
import { pathOperators } from './path-data.ts';
import { planPages } from './plan-pages.ts';
import { readTransform } from './transform.ts';
import { unpackWoff } from './unpack-woff.ts';

test.each([
  ['M1 2L3 4 5 6Z', '1 2 m 3 4 l 5 6 l h'],
  ['M0 0h10v5h-10z', '0 0 m 10 0 l 10 5 l 0 5 l h'],
  ['M1 1C1 2 3 4 5 6Q8 9 11 6', '1 1 m 1 2 3 4 5 6 c 7 8 9 8 11 6 c'],
  ['M-1.5.5L1e2-3', '-1.5 0.5 m 100 -3 l'],
  ['M10 10h1zM0 0h1', '10 10 m 11 10 l h 0 0 m 1 0 l'],
])('the path %s', (data, expected) => {
  expect(pathOperators(data).map(String).join(' ')).toBe(expected);
});

test('a path of another hand is refused', () => {
  expect(() => pathOperators('M0 0A1 1 0 0 1 2 2')).toThrow();
});

test('transforms are applied in order', () => {
  const [move, ...turn] = readTransform('translate(3 4) rotate(90 1 2)');
  expect(move).toEqual([1, 0, 0, 1, 3, 4]);
  expect(turn[1]?.map((value) => Math.round(value))).toEqual([0, 1, -1, 0, 0, 0]);
});

test('colours', () => {
  expect(readColor('#ff000080')?.map((value) => value.toFixed(2))).toEqual([
    '1.00',
    '0.00',
    '0.00',
    '0.50',
  ]);
  expect(readColor('#0f0')).toEqual([0, 1, 0, 1]);
  expect(readColor('none')).toBeNull();
});

test('a tall capture becomes pages that show all of it', () => {
  const pages = planPages({ x: 5, y: 10, width: 100, height: 1000 });
  expect(pages).toHaveLength(8);
  expect(pages.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(1000);
  expect(pages[1]?.y).toBeCloseTo(10 + 100 * Math.SQRT2);
  expect(planPages({ x: 0, y: 0, width: 100, height: 200 })).toHaveLength(1);
});

test.each(['inter', 'caveat', 'jetbrains-mono'])('the font %s can be unpacked', (name) => {
  const path = createRequire(import.meta.url).resolve(
    `@fontsource/${name}/files/${name}-latin-400-normal.woff`,
  );
  const font = fontkit.create(unpackWoff(readFileSync(path)));
  expect(font.layout('Login').glyphs).toHaveLength(5);
});
