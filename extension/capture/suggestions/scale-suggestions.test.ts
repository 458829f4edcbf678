import { expect, test } from 'vitest';
import { cutSuggestions, scaleSuggestions } from './scale-suggestions.ts';

const whole = [{ box: { x: 0, y: 0, width: 200, height: 100 } }];

test('boxes are rounded outwards, and cut to the picture', () => {
  const found = [
    { kind: 'email', box: { x: 10.2, y: 5.6, width: 20.1, height: 8 } },
    { kind: 'phone', box: { x: -5, y: 40, width: 300, height: 30 } },
    { kind: 'card', box: { x: 10, y: 60, width: 20, height: 20 } },
  ] as const;
  expect(scaleSuggestions(found, 2, whole)).toEqual([
    { kind: 'email', box: { x: 20, y: 11, width: 41, height: 17 } },
    { kind: 'phone', box: { x: 0, y: 80, width: 200, height: 20 } },
  ]);
});

test('of a picture in tiles all parts count', () => {
  const tiles = [...whole, { box: { x: 0, y: 100, width: 200, height: 100 } }];
  const found = [{ kind: 'iban', box: { x: 0, y: 150, width: 10, height: 10 } }] as const;
  expect(scaleSuggestions(found, 1, tiles)).toHaveLength(1);
  expect(scaleSuggestions(found, 1, whole)).toHaveLength(0);
});

test('a part of the picture has its own corner, and only what lies in it', () => {
  const found = [
    { kind: 'email', box: { x: 50, y: 50, width: 20, height: 10 } },
    { kind: 'phone', box: { x: 0, y: 0, width: 20, height: 10 } },
  ] as const;
  expect(cutSuggestions(found, { left: 40, top: 45, width: 100, height: 100 })).toEqual([
    { kind: 'email', box: { x: 10, y: 5, width: 20, height: 10 } },
  ]);
});
