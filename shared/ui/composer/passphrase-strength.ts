export type Strength = 'weak' | 'fair' | 'strong';

const COMMON =
  /^(?:pass(?:wor[dt]|phrase)?|qwert[yz]\w*|abc\w*|letmein|welcome|admin|secret|iloveyou)\W*\d*\W*$/i;
const FAIR_BITS = 40;
const STRONG_BITS = 64;

/** A rough guess at how hard `passphrase` is to guess: from its length, kinds of letters and repetitions. */
export function rateStrength(passphrase: string): Strength {
  if (COMMON.test(passphrase)) return 'weak';
  const bits = surprisingLetters(passphrase) * Math.log2(alphabetSize(passphrase));
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

/** Letters that neither repeat the one before nor follow it in the alphabet (`aaaa`, `1234`). */
function surprisingLetters(passphrase: string): number {
  let before = Number.NaN;
  let count = 0;
  for (const letter of passphrase) {
    const code = letter.codePointAt(0) as number;
    if (!(Math.abs(code - before) <= 1)) count++;
    before = code;
  }
  return count;
}

function alphabetSize(passphrase: string): number {
  const kinds = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^a-zA-Z0-9]/, 20],
  ] as const;
  return kinds.reduce((sum, [kind, size]) => sum + (kind.test(passphrase) ? size : 0), 2);
}
