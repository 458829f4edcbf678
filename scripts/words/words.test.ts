import { describe, expect, it, test } from 'vitest';
import { readWords, sayWord } from '../../extension/locales/packed-words.ts';
import { packWords } from './pack-words.ts';
import { numberKeys, planWords } from './plan-words.ts';

const WORDS = new Map([
  ['name', 'Inkseal'],
  ['account.title', 'Your account'],
  ['places.library', 'Library'],
  ['places.shares', 'My shares'],
  ['kinds.text', 'Text'],
  ['kinds.file', 'One of $2, $1'],
  ['move.up.label', 'Up'],
  ['move.down.label', 'Down'],
  ['count', '1 file | $1 files'],
  ['rest', 'nothing | one | $1 in all'],
]);
const SOURCES = [
  't("name"); t(isOpen ? "places.library" : `places.shares`)',
  't(`kinds.§{it}`, [1, 2]) + t(`move.§{way === "up" ? "up" : way}.label`) + `other.§{it}`',
].map((source) => source.replaceAll('§', '$'));
const plan = planWords([...WORDS.keys()], SOURCES);
const { words, accountWords } = packWords(plan, WORDS);
const read = readWords([words.message, accountWords.message]);

test('every word is read again by its number, those of accounts from a text of their own', () => {
  const texts = plan.keys.map((key) => WORDS.get(key)?.replace(/\$(\d)/g, '^$1'));
  expect(read.texts).toEqual(texts);
  expect(accountWords.message).toBe('Your account');
});

test('words whose keys code puts together are read by their names, and those of one word', () => {
  expect(sayWord(read, 'move.down.label', [])).toBe('Down');
  expect(sayWord(read, 'kinds.text', [])).toBe('Text');
  expect(sayWord(read, 'name', [])).toBe('Inkseal');
  expect([...plan.named].toSorted()).toEqual([
    'count',
    'kinds.file',
    'kinds.text',
    'move.down.label',
    'move.up.label',
    'name',
    'rest',
  ]);
});

test('code names words by numbers wherever it has their whole keys', () => {
  const [first = '', second = ''] = SOURCES.map((source) => numberKeys(source, plan));
  expect(first).toBe('t("name"); t(isOpen ? 1 : 2)');
  expect(second).toBe(SOURCES[1]);
});

describe('what is put in', () => {
  it('stands where the text says', () => {
    expect(sayWord(read, 'kinds.file', [['a', 'b']])).toBe('One of b, a');
  });
  it.each([
    ['count', 0, '0 files'],
    ['count', 1, '1 file'],
    ['count', 2, '2 files'],
    ['rest', 0, 'nothing'],
    ['rest', 1, 'one'],
    ['rest', 7, '7 in all'],
  ])('%s of %i', (key, count, said) => {
    expect(sayWord(read, key, [count])).toBe(said);
  });
  it('is another value than the count where both are given', () => {
    expect(sayWord(read, 'count', [2, ['two']])).toBe('two files');
  });
});

test.each(['a ~ b', 'a `b`', '2^1'])('a text with a mark is refused: %s', (text) => {
  const one = new Map([['name', text]]);
  expect(() => packWords(planWords(['name'], []), one)).toThrow(text);
});
