import { expect, test } from 'vitest';
import { isSafeName } from '../../shared/crypto/item-name.ts';
import { fileName, fileStem } from './file-name.ts';

test.each([
  ['Login flow', 'Login flow.png'],
  ['a/b\\c', 'a_b_c.png'],
  ['  ', 'diagram-2026-11-02-060509.png'],
  ['\u202Egnp.exe', '_gnp.exe.png'],
  ['con', '_con.png'],
  ['x'.repeat(300), `${'x'.repeat(251)}.png`],
])('%j is saved as %s', (name, expected) => {
  const stem = fileStem(name, new Date(2026, 10, 2, 6, 5, 9));
  expect(fileName(stem, '.png')).toBe(expected);
  expect(isSafeName(expected)).toBe(true);
});

test('parts are numbered', () => {
  expect(fileName('page', '.png', 2)).toBe('page-2.png');
});
