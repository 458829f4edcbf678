import { expect, test } from 'vitest';
import type { DiagramVersion } from './diagram.ts';
import { thinVersions } from './thin-versions.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 22, 12, 5);

const version = (savedAt: number, name: string | null = null): DiagramVersion => ({
  version: savedAt,
  savedAt,
  name,
  restoredFrom: null,
  elementCount: 0,
  bytes: 0,
  digest: '',
  thumbnail: null,
  parts: [],
});
/** Newest first, one each `everyMs` over `spanMs`. */
const row = (everyMs: number, spanMs: number) =>
  Array.from({ length: spanMs / everyMs }, (_, n) => version(NOW - n * everyMs));

test('keeps the last 20 of those that were saved by themselves', () => {
  expect(thinVersions(row(SECOND, 20 * SECOND), NOW)).toHaveLength(20);
  const kept = thinVersions(row(SECOND, 600 * SECOND), NOW);
  expect(kept.slice(0, 20)).toEqual(row(SECOND, 20 * SECOND));
  expect(kept).toHaveLength(21); // and the last one of the hour before
});

test('keeps one of each of the past 24 hours and 30 days, however much there is', () => {
  const kept = thinVersions(row(600 * SECOND, 90 * DAY), NOW).map(({ savedAt }) => savedAt);
  expect(kept.length).toBeLessThanOrEqual(20 + 24 + 30);
  for (let hour = 0; hour < 23; hour++) {
    const from = NOW - (hour + 1) * HOUR;
    expect(kept.some((at) => at >= from && at < from + HOUR)).toBe(true);
  }
  for (let day = 0; day < 29; day++) {
    const from = NOW - (day + 1) * DAY;
    expect(kept.some((at) => at >= from && at < from + DAY)).toBe(true);
  }
  expect(kept.at(-1)).toBeGreaterThan(NOW - 31 * DAY);
});

test('keeps every version that has a name, and the newest however old it is', () => {
  const old = [
    version(NOW - 400 * DAY),
    version(NOW - 500 * DAY, 'First'),
    version(NOW - 501 * DAY),
  ];
  expect(thinVersions(old, NOW)).toHaveLength(3); // all among the last 20
  const many = [...row(SECOND, 100 * SECOND), version(NOW - 500 * DAY, 'First')];
  expect(thinVersions(many, NOW).at(-1)?.name).toBe('First');
});

test('thinning what is thinned changes nothing', () => {
  const once = thinVersions(row(7 * 60 * SECOND, 70 * DAY), NOW);
  expect(thinVersions(once, NOW)).toEqual(once);
});
