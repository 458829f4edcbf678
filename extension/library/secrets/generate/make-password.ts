import { type RandomU32, randomBelow, randomU32 } from './random-below.ts';

export const CHARACTER_KINDS = ['lower', 'upper', 'digits', 'signs'] as const;
export type CharacterKind = (typeof CHARACTER_KINDS)[number];

const CHARACTERS: Readonly<Record<CharacterKind, string>> = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  signs: '!#$%&()*+,-./:;<=>?@[]^_{|}~',
};
const LOOK_ALIKES = /[0O1Il|5S]/g;

export interface PasswordChoices {
  /** Characters, 8 to 128. */
  readonly length: number;
  /** At least one. */
  readonly kinds: readonly CharacterKind[];
  /** Without characters that are easily taken for each other. */
  readonly isReadable: boolean;
}

/** A password with at least one character of each kind, each such password as likely as any other. */
export function makePassword(choices: PasswordChoices, random: RandomU32 = randomU32): string {
  const sets = characterSets(choices);
  const all = sets.join('');
  for (;;) {
    const drawn = Array.from(
      { length: choices.length },
      () => all[randomBelow(all.length, random)],
    );
    if (sets.every((set) => drawn.some((character) => set.includes(character as string)))) {
      return drawn.join('');
    }
  }
}

/** How many bits somebody has to guess who knows the choices, rounded down. */
export function passwordBits(choices: PasswordChoices): number {
  const sets = characterSets(choices).map(({ length }) => length);
  const size = sets.reduce((sum, length) => sum + length, 0);
  // Those without a kind are none of ours: inclusion and exclusion over all sets of missing kinds.
  const share = Array.from({ length: 2 ** sets.length }, (_, missing) => {
    const left = sets.reduce(
      (sum, length, bit) => (missing & (1 << bit) ? sum - length : sum),
      size,
    );
    const sign = [...missing.toString(2)].filter((bit) => bit === '1').length % 2 ? -1 : 1;
    return sign * (left / size) ** choices.length;
  }).reduce((sum, part) => sum + part, 0);
  return Math.floor(choices.length * Math.log2(size) + Math.log2(share));
}

function characterSets({ kinds, isReadable }: PasswordChoices): readonly string[] {
  return kinds.map((kind) => CHARACTERS[kind].replace(isReadable ? LOOK_ALIKES : '', ''));
}
