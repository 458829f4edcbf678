import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { unpackWords } from '../../extension/account/password/unpack-words.ts';
import { packWords, sortInClasses } from './pack-words.ts';

const passwords = dictionary['passwords-common'].map(String);
const words = dictionary['diceware-common'].map(String);

test('words are unpacked as they were', () => {
  expect(unpackWords(packWords(words))).toEqual(words);
  const odd = ['', 'a', 'a', 'ab', 'x'.repeat(40), `${'x'.repeat(40)}y`, "pic's", '0.0.000'];
  expect(unpackWords(packWords(odd))).toEqual(odd);
  expect(() => packWords(['Capital'])).toThrow('Capital');
});

test('all common passwords are there that the list makes sooner to guess, at about their rank', () => {
  const sorted = sortInClasses(passwords);
  expect(unpackWords(packWords(sorted))).toEqual(sorted);
  const ranks = new Map(sorted.map((word, at) => [word, at + 1]));
  for (const [at, word] of passwords.entries()) {
    const rank = at + 1;
    const packedRank = ranks.get(word);
    // As many tries as all texts of that length.
    if (packedRank === undefined) expect(10 ** word.length).toBeLessThanOrEqual(rank);
    else if (rank > 10) {
      expect(packedRank / rank).toBeLessThan(3.5);
      expect(packedRank / rank).toBeGreaterThan(0.29);
    }
  }
});
