/**
 * Lengths of the best prefix code in which none is longer than `limit` (package-merge, Larmore and Hirschberg 1990).
 *
 * @returns by symbol, in bits; 0 for what never occurs
 */
export function codeLengths(counts: readonly number[], limit: number): number[] {
  const lengths = counts.map(() => 0);
  const leaves = counts
    .map((count, symbol) => ({ count, symbols: [symbol] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const [only] = leaves;
  if (leaves.length === 1 && only) {
    lengths[only.symbols[0] as number] = 1;
    return lengths;
  }
  let packages = leaves;
  for (let level = 1; level < limit; level++) {
    const pairs = [];
    for (let i = 0; i + 1 < packages.length; i += 2) {
      const [a, b] = packages.slice(i, i + 2) as [(typeof leaves)[0], (typeof leaves)[0]];
      pairs.push({ count: a.count + b.count, symbols: [...a.symbols, ...b.symbols] });
    }
    packages = [...leaves, ...pairs].sort((a, b) => a.count - b.count);
  }
  for (const { symbols } of packages.slice(0, 2 * leaves.length - 2))
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] as number) + 1;
  return lengths;
}

/** The codes of these lengths (RFC 1951 section 3.2.2), their bits turned round, as they are written. */
export function codesOf(lengths: readonly number[]): number[] {
  const codes = lengths.map(() => 0);
  let code = 0;
  for (let length = 1; length <= Math.max(...lengths); length++) {
    code <<= 1;
    for (const [symbol, own] of lengths.entries()) {
      if (own === length) codes[symbol] = turnRound(code++, length);
    }
  }
  return codes;
}

function turnRound(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}
