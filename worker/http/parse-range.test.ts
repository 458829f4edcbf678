import { expect, test } from 'vitest';
import { parseRange } from './parse-range.ts';

test.each([
  ['bytes=0-0', 0, 1],
  ['bytes=0-99', 0, 100],
  ['bytes=0-100', 0, 100],
  ['bytes=99-', 99, 1],
  ['bytes=-1', 99, 1],
  ['bytes=-100', 0, 100],
  ['bytes=-101', 0, 100],
  ['Bytes=10-19', 10, 10],
  ['bytes=10-99999999999999999999', 10, 90],
])('%s of 100 bytes', (header, offset, length) => {
  expect(parseRange(header, 100)).toEqual({ offset, length });
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=99999999999999999999-'])(
  '%s of 100 bytes lies outside',
  (header) => {
    expect(parseRange(header, 100)).toBe('unsatisfiable');
  },
);

test.each([
  undefined,
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=2-1',
  'bytes=0-1,5-6',
  'bytes=a-',
  'bytes=0x1-',
  'lines=0-1',
  'bytes=--1',
  'bytes=1-2-3',
  'bytes = 0-1',
])('%s means all', (header) => {
  expect(parseRange(header, 100)).toBeNull();
});
