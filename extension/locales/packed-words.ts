import { browser } from '@wxt-dev/browser';

/* Stands for `@wxt-dev/i18n` in the built extension, whose words `scripts/words/` packs into two messages. */

interface Words {
  readonly texts: readonly string[];
  /** Where the words lie that are asked for by name. */
  readonly places: ReadonlyMap<string, number>;
}

/** The number of a word, or its key where code puts that together. */
type Word = number | string;
/** How many, which chooses between singular and plural, or what is put into the text. */
type Given = number | readonly unknown[];

let words: Words | undefined;

export function createI18n() {
  return { t };
}

function t(word: Word, ...given: Given[]): string {
  words ??= readWords([
    browser.i18n.getMessage('words' as never),
    browser.i18n.getMessage('accountWords' as never),
  ]);
  return sayWord(words, word, given);
}

export function readWords(messages: readonly string[]): Words {
  const places = new Map<string, number>();
  let group = '';
  const texts = messages
    .filter((message) => message !== '')
    .join('~')
    .split('~')
    .map((entry, at) => {
      const end = entry.indexOf('`');
      if (end < 0) return entry;
      const name = entry.slice(0, end);
      const key = name.startsWith('.') ? name.slice(1) : group + name;
      group = key.slice(0, key.lastIndexOf('.') + 1);
      places.set(key, at);
      return entry.slice(end + 1);
    });
  return { texts, places };
}

export function sayWord({ texts, places }: Words, word: Word, given: readonly Given[]): string {
  const text = texts[typeof word === 'number' ? word : (places.get(word) ?? -1)];
  if (text === undefined) {
    console.warn(`There are no words for ${word}`);
    return '';
  }
  const count = given.find((it) => typeof it === 'number');
  const values = given.find((it) => typeof it !== 'number') ?? [count];
  const form = count === undefined ? text : formFor(count, text.split(' | '));
  return form.replace(/\^(\d)/g, (_, at) => String(values[at - 1] ?? ''));
}

/** As `@wxt-dev/i18n` has them: one for all, for 1 and more, or for 0, 1 and more. */
function formFor(count: number, forms: readonly string[]): string {
  const at = forms.length === 2 ? Number(count !== 1) : count;
  return forms[Math.min(at, forms.length - 1)] ?? '';
}
