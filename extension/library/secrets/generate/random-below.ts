/** Gives random 32-bit numbers. */
export type RandomU32 = () => number;

const RANGE = 2 ** 32;

export const randomU32: RandomU32 = () => crypto.getRandomValues(new Uint32Array(1))[0] as number;

/** A random whole number from 0 to `limit` - 1, each as likely: what would favour the small ones is drawn again. */
export function randomBelow(limit: number, random: RandomU32 = randomU32): number {
  const fair = RANGE - (RANGE % limit);
  for (;;) {
    const drawn = random();
    if (drawn < fair) return drawn % limit;
  }
}
