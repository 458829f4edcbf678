import { type RandomU32, randomBelow, randomU32 } from './random-below.ts';

export const SEPARATORS = [' ', '-', '.', '_'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface WordChoices {
  /** 4 to 12. */
  readonly count: number;
  readonly separator: Separator;
}

/** Words of the EFF's long list, loaded when they are asked for; without those that a separator would cut. */
export async function loadWords(): Promise<readonly string[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return dictionary['diceware-common'].map(String).filter((word) => /^[a-z]{3,}$/.test(word));
}

/** Words one after the other, each drawn from all of them. */
export function makeWords(
  words: readonly string[],
  { count, separator }: WordChoices,
  random: RandomU32 = randomU32,
): string {
  const drawn = Array.from({ length: count }, () => words[randomBelow(words.length, random)]);
  return drawn.join(separator);
}

/** How many bits somebody has to guess who knows the list and the choices, rounded down. */
export function wordBits(words: readonly string[], { count }: WordChoices): number {
  return Math.floor(count * Math.log2(words.length));
}
