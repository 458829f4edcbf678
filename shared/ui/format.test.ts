import { expect, test } from 'vitest';
import { formatBytes, formatCount, formatDuration } from './format.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [104_857_600, '100 MB'],
  [107_059_279, '102 MB'],
  [3 * 1024 ** 4, '3 TB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0.2, '1 second'],
  [59, '1 minute'],
  [45, '45 seconds'],
  [3600, '1 hour'],
  [3590, '1 hour'],
  [86_400 * 7 - 3, '7 days'],
  [86_400 * 30, '30 days'],
])('%f seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('one is singular', () => {
  expect([formatCount(1, 'view'), formatCount(0, 'view')]).toEqual(['1 view', '0 views']);
});
