import { expect, test } from 'vitest';
import { isIdleTooLong } from './lock-rule.ts';

const MINUTE = 60_000;

test.each([
  ['just used', 15, 0, false],
  ['a moment before', 15, 15 * MINUTE - 1, false],
  ['at the minute', 15, 15 * MINUTE, true],
  ['long after, as after a night asleep', 15, 600 * MINUTE, true],
  ['at once where no minute is allowed', 0, 0, true],
  ['never by idleness where only the browser’s end locks', null, 600 * MINUTE, false],
  ['when the clock was set back', 15, -1, true],
])('%s', (_title, minutes, idle, locks) => {
  const usedAt = Date.UTC(2026, 10, 23);
  expect(isIdleTooLong(minutes, usedAt, usedAt + idle)).toBe(locks);
});
