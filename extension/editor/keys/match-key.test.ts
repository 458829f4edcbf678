import { expect, test } from 'vitest';
import { TOOL_NAMES } from '../tools/tool-name.ts';
import { ACTION_KEYS, KEY_GROUPS, PLACE_KEYS, TOOL_KEYS } from './key-table.ts';
import { matchesKey } from './match-key.ts';

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  ['V', { key: 'v', code: 'KeyV' }, true],
  ['V', { key: 'V', code: 'KeyV', shiftKey: true }, false],
  ['V', { key: 'м', code: 'KeyV' }, true],
  ['Mod+Z', { key: 'z', code: 'KeyZ', ctrlKey: true }, true],
  ['Mod+Z', { key: 'z', code: 'KeyZ', metaKey: true }, true],
  ['Mod+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, false],
  ['Mod+Shift+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, true],
  ['Shift+1', { key: '!', code: 'Digit1', shiftKey: true }, true],
  ['1', { key: '1', code: 'Digit1' }, true],
  ['1', { key: '1', code: 'Digit1', ctrlKey: true }, false],
  ['+', { key: '+', code: 'Equal', shiftKey: true }, true],
  ['+', { key: '+', code: 'NumpadAdd' }, true],
  ['?', { key: '?', code: 'Slash', shiftKey: true }, true],
  ['Delete', { key: 'Delete', code: 'Delete' }, true],
  ['V', { key: 'v', code: 'KeyV', altKey: true }, false],
])('%s is matched by %o: %s', (keys, pressed, matches) => {
  expect(matchesKey({ ...NONE, ...pressed }, keys)).toBe(matches);
});

test('no key does two things', () => {
  const keys = [...Object.values(TOOL_KEYS), ...Object.values(ACTION_KEYS)].flat();
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every tool has a key, and the sheet lists every other one', () => {
  expect(Object.keys(TOOL_KEYS).sort()).toEqual([...TOOL_NAMES].sort());
  const listed = Object.values(KEY_GROUPS).flat();
  expect([...listed].sort()).toEqual(
    [...Object.keys(ACTION_KEYS), ...Object.keys(PLACE_KEYS)].sort(),
  );
});

test('what the browser does by a key is left to it', () => {
  const browsers = ['N', 'T', 'W', 'L', 'D', 'F', 'G', 'H', 'J', 'P', 'R', 'S', 'U', 'O', 'K', 'E'];
  const taken = [...browsers, '+', '-', '0', '1', '2', '9'].flatMap((key) => [
    `Mod+${key}`,
    `Mod+Shift+${key}`,
  ]);
  expect(
    Object.values(ACTION_KEYS)
      .flat()
      .filter((key) => taken.includes(key)),
  ).toEqual([]);
});
