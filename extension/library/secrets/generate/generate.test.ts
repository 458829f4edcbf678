import { expect, test } from 'vitest';
import { CHARACTER_KINDS, makePassword, passwordBits } from './make-password.ts';
import { loadWords, makeWords, wordBits } from './make-words.ts';
import { randomBelow } from './random-below.ts';

/** Gives these numbers, then fails. */
function give(...numbers: readonly number[]): () => number {
  const rest = numbers.values();
  return () => {
    const { value, done } = rest.next();
    if (done) throw new Error('drawn too often');
    return value;
  };
}

test('what would favour small numbers is drawn again', () => {
  // 2^32 = 3 * 1431655765 + 1: the last number has no partners.
  expect(randomBelow(3, give(2 ** 32 - 1, 2 ** 32 - 2))).toBe((2 ** 32 - 2) % 3);
  expect(randomBelow(3, give(4))).toBe(1);
  expect(randomBelow(256, give(2 ** 32 - 1))).toBe(255);
  expect(randomBelow(1, give(7))).toBe(0);
});

test('all numbers below the limit come, about as often', () => {
  const counts = new Array<number>(10).fill(0);
  const rounds = 20_000;
  for (let i = 0; i < rounds; i++) (counts[randomBelow(10)] as number)++;
  // Chi squared with 9 degrees of freedom: above 45 once in a million runs.
  const expected = rounds / 10;
  const chiSquared = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(chiSquared).toBeLessThan(45);
});

const LOWER = { length: 8, kinds: ['lower'], isReadable: false } as const;

test('a password has its length and every kind that was asked for, and nothing else', () => {
  for (let i = 0; i < 200; i++) {
    const all = makePassword({ length: 8, kinds: CHARACTER_KINDS, isReadable: true });
    expect(all).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^a-zA-Z\d])[!-~]{8}$/);
    expect(all).not.toMatch(/[0O1Il|5S]/);
    expect(makePassword(LOWER)).toMatch(/^[a-z]{8}$/);
  }
  expect(makePassword({ ...LOWER, length: 128 })).toHaveLength(128);
});

test('its bits are those of all passwords that could have come', () => {
  expect(passwordBits(LOWER)).toBe(Math.floor(8 * Math.log2(26)));
  // Of 36^8 those without a letter or without a digit never come.
  const both = 36 ** 8 - 26 ** 8 - 10 ** 8;
  expect(passwordBits({ ...LOWER, kinds: ['lower', 'digits'] })).toBe(Math.floor(Math.log2(both)));
});

test('words come from a long list, and no separator cuts one', async () => {
  const words = await loadWords();
  expect(new Set(words).size).toBe(words.length);
  expect(words.length).toBeGreaterThan(7700);
  const choices = { count: 5, separator: '-' } as const;
  expect(makeWords(words, choices).split('-')).toHaveLength(5);
  expect(wordBits(words, choices)).toBe(64);
  expect(makeWords(['a', 'b'], { count: 3, separator: ' ' }, give(0, 1, 3))).toBe('a b b');
});
