import { expect, test } from 'vitest';
import type { ConfigAnswer } from '../../api/contract.ts';
import {
  DEFAULT_CHOICES,
  expiryChoices,
  findProblems,
  fitExpiry,
  isLarge,
} from './share-choices.ts';

const DAY = 86_400;
const CONFIG = {
  views: { min: 1, max: 100 },
  expiresInSeconds: { min: 300, max: 30 * DAY, maxLarge: 7 * DAY },
  content: { inlineBytes: 65_536, itemBytes: 104_857_600 },
} as ConfigAnswer;

test('content is large when its envelope is over the bound, not when its bytes are', () => {
  expect(isLarge(65_536 - 8 - 79, CONFIG)).toBe(true); // padding and tags come on top
  expect(isLarge(60_000, CONFIG)).toBe(false);
  expect(isLarge(65_536, CONFIG)).toBe(true);
});

test('expiries are those that the server takes', () => {
  expect(expiryChoices(10, CONFIG)).toEqual([300, 3600, DAY, 7 * DAY, 30 * DAY]);
  expect(expiryChoices(100_000, CONFIG)).toEqual([300, 3600, DAY, 7 * DAY]);
  const strict = { ...CONFIG, expiresInSeconds: { min: 60, max: 120, maxLarge: 120 } };
  expect(expiryChoices(10, strict)).toEqual([120]);
});

test('an expiry that the server does not take gives way to the longest below it, or the shortest', () => {
  const chosen = { ...DEFAULT_CHOICES, expiresInSeconds: 30 * DAY };
  expect(fitExpiry(chosen, 100_000, CONFIG).expiresInSeconds).toBe(7 * DAY);
  expect(fitExpiry(chosen, 10, CONFIG)).toEqual(chosen);
  expect(fitExpiry({ ...chosen, expiresInSeconds: 1 }, 10, CONFIG).expiresInSeconds).toBe(300);
});

test('views are a whole number within the bounds', () => {
  for (const views of [1, 100]) {
    expect(findProblems({ ...DEFAULT_CHOICES, views }, CONFIG)).toEqual({});
  }
  for (const views of [0, 101, 1.5, Number.NaN]) {
    expect(findProblems({ ...DEFAULT_CHOICES, views }, CONFIG)).toHaveProperty('views');
  }
});

test('notes are counted in characters, passphrases in bytes', () => {
  const fits = { ...DEFAULT_CHOICES, note: '😀'.repeat(1000), passphrase: 'é'.repeat(512) };
  expect(findProblems(fits, CONFIG)).toEqual({});
  const over = { ...fits, note: `${fits.note}x`, passphrase: `${fits.passphrase}x` };
  expect(Object.keys(findProblems(over, CONFIG)).sort()).toEqual(['note', 'passphrase']);
  expect(findProblems({ ...fits, passphrase: '\ud800' }, CONFIG)).toHaveProperty('passphrase');
});
