import { expect, test } from 'vitest';
import { clickRow, pressListKey } from './list-keys.ts';
import { ROW_PX, scrollToRow, visibleRows } from './visible-rows.ts';

const ids = ['a', 'b', 'c', 'd'];
const plain = { shiftKey: false, isMod: false };

function state(active: number, ...selection: string[]) {
  return { ids, active, selection: new Set(selection) };
}

test('arrows go and choose, with Shift more, with Ctrl not', () => {
  expect(pressListKey(state(0, 'a'), { key: 'ArrowDown', ...plain })).toEqual({
    active: 1,
    selection: new Set(['b']),
  });
  expect(pressListKey(state(0, 'a'), { key: 'ArrowDown', shiftKey: true, isMod: false })).toEqual({
    active: 1,
    selection: new Set(['a', 'b']),
  });
  expect(pressListKey(state(2, 'a'), { key: 'End', shiftKey: false, isMod: true })).toEqual({
    active: 3,
    selection: new Set(['a']),
  });
  expect(pressListKey(state(0), { key: 'ArrowUp', ...plain })?.active).toBe(0);
  expect(pressListKey(state(0), { key: 'x', ...plain })).toBeNull();
});

test('Space chooses and unchooses', () => {
  const chosen = pressListKey(state(2, 'a'), { key: ' ', ...plain });
  expect(chosen?.selection).toEqual(new Set(['a', 'c']));
  expect(pressListKey(state(2, 'c'), { key: ' ', ...plain })?.selection).toEqual(new Set());
});

test('a click with Shift chooses all between', () => {
  expect(clickRow(state(0, 'a'), 2, { shiftKey: true, isMod: false }).selection).toEqual(
    new Set(['a', 'b', 'c']),
  );
  expect(clickRow(state(0, 'a'), 2, { shiftKey: false, isMod: true }).selection).toEqual(
    new Set(['a', 'c']),
  );
  expect(clickRow(state(0, 'a'), 9, plain).selection).toEqual(new Set(['a']));
});

test('of a long list only what is in sight exists', () => {
  const { first, end } = visibleRows(5000, 1000 * ROW_PX, 10 * ROW_PX);
  expect(first).toBeLessThanOrEqual(1000);
  expect(end).toBeGreaterThanOrEqual(1010);
  expect(end - first).toBeLessThan(40);
  expect(visibleRows(3, 0, 400)).toEqual({ first: 0, end: 3 });
  expect(visibleRows(0, 900, 400)).toEqual({ first: 0, end: 0 });
});

test('a row out of sight is scrolled to, one in sight is not', () => {
  expect(scrollToRow(2, 0, 10 * ROW_PX)).toBe(0);
  expect(scrollToRow(20, 0, 10 * ROW_PX)).toBe(11 * ROW_PX);
  expect(scrollToRow(1, 5 * ROW_PX, 10 * ROW_PX)).toBe(ROW_PX);
});
