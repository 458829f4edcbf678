import { expect, test } from 'vitest';
import { joinLines } from './join-lines.ts';

test('boxes of one line become one, those of two lines two', () => {
  const first = { left: 10, top: 20, width: 30, height: 18 };
  const second = { left: 40, top: 18, width: 25, height: 20 };
  const next = { left: 10, top: 40, width: 50, height: 18 };
  expect(joinLines([first, second, next])).toEqual([
    { left: 10, top: 18, width: 55, height: 20 },
    next,
  ]);
});

test('what is far apart in a line stays apart, and what has no size is none', () => {
  const left = { left: 10, top: 20, width: 30, height: 18 };
  const right = { left: 100, top: 20, width: 30, height: 18 };
  expect(joinLines([left, { ...left, width: 0 }, right])).toEqual([left, right]);
  expect(joinLines([])).toEqual([]);
});
