import { expect, test } from 'vitest';
import { isSafeName } from '../../shared/crypto/item-name.ts';
import { partName, pictureName } from './picture-name.ts';

const createdAt = new Date(2026, 10, 2, 6, 5, 9).getTime();

test.each([
  ['image/png', 'capture-2026-11-02-060509.png'],
  ['image/jpeg', 'capture-2026-11-02-060509.jpg'],
  ['image/svg+xml', 'capture-2026-11-02-060509.svg'],
  ['image/webp', 'capture-2026-11-02-060509.webp'],
])('a picture of %s is called %s', (type, name) => {
  expect(pictureName({ createdAt, data: new Blob([], { type }) })).toBe(name);
  expect(isSafeName(name)).toBe(true);
});

test('the parts of a picture are counted', () => {
  expect([0, 1, 2].map((index) => partName('capture-1.png', index))).toEqual([
    'capture-1.png',
    'capture-1-2.png',
    'capture-1-3.png',
  ]);
});
