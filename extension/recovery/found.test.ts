import { expect, test } from 'vitest';
import { FIND_LIMITS, readFoundList } from './found.ts';

const found = { index: 0, kind: 'svg', title: 'A', width: 10, height: 20 };

test('what the script in the page tells is understood', () => {
  const list = {
    found: [
      { ...found, svg: '<svg/>' },
      { ...found, kind: 'picture', address: 'https://example.com/a.png' },
      { ...found, kind: 'canvas', data: 'data:image/png;base64,AA==' },
    ],
    more: 2,
  };
  expect(readFoundList(list)).toEqual(list);
});

test.each([
  undefined,
  null,
  [],
  { found: {}, more: 0 },
  { found: [], more: -1 },
  { found: [null], more: 0 },
  { found: [{ ...found, kind: 'constructor' }], more: 0 },
  { found: [{ ...found, index: 1.5 }], more: 0 },
  { found: [{ ...found, title: 'a'.repeat(FIND_LIMITS.titleChars + 1) }], more: 0 },
  { found: [{ ...found, svg: 1 }], more: 0 },
  { found: [{ ...found, svg: 'a'.repeat(FIND_LIMITS.svgChars + 1) }], more: 0 },
  { found: [{ ...found, data: 'data:text/html,<script>' }], more: 0 },
  { found: [{ ...found, address: 'javascript:alert(1)' }], more: 0 },
  { found: [{ ...found, width: Number.NaN }], more: 0 },
  { found: Array.from({ length: FIND_LIMITS.found + 1 }, () => found), more: 0 },
])('anything else is not', (value) => {
  expect(readFoundList(value)).toBeUndefined();
});
