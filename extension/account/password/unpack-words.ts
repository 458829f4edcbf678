/**
 * A list of words that `scripts/passwords/pack-words.ts` packed: before each word stands a capital letter for how many
 * characters it begins with that the last word has, too, and then only what follows those.
 */
export function unpackWords(packed: string): string[] {
  let last = '';
  return Array.from(packed.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', rest = '']) => {
    last = last.slice(0, shared.charCodeAt(0) - 'A'.charCodeAt(0)) + rest;
    return last;
  });
}
