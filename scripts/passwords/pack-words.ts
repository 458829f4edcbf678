const MOST_SHARED = 25;
const FIRST = 'A'.charCodeAt(0);

/** `words`, best in alphabetical order, as `extension/account/password/unpack-words.ts` reads them. Throws on capitals. */
export function packWords(words: readonly string[]): string {
  return words
    .map((word, at) => {
      if (/[A-Z]/.test(word))
        throw new Error(`A word with a capital letter can't be packed: ${word}`);
      const last = words[at - 1] ?? '';
      let shared = 0;
      while (shared < MOST_SHARED && shared < word.length && word[shared] === last[shared])
        shared++;
      return String.fromCharCode(FIRST + shared) + word.slice(shared);
    })
    .join('');
}

/** Ranks up to which passwords are taken for equally common: guessing them takes a third or three times as long. */
const CLASS_ENDS = [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, Number.POSITIVE_INFINITY];

/**
 * Passwords, the most common first, with those of a class in alphabetical order, which packs well. Left out are those
 * that are not guessed sooner for being in the list: shorter ones than their rank has digits.
 */
export function sortInClasses(passwords: readonly string[]): string[] {
  return CLASS_ENDS.flatMap((end, at) => {
    const start = CLASS_ENDS[at - 1] ?? 0;
    const some = passwords.slice(start, end);
    return some.filter((word, i) => 10 ** word.length > start + i + 1).sort();
  });
}
