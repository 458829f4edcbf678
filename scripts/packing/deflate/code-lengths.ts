/**
 * Lengths of the best prefix code in which none is longer than `limit` (package-merge, Larmore and Hirschberg 1990).
 *
 * @returns by symbol, in bits; 0 for what never occurs
 */
export function codeLengths(counts: readonly number[], limit: number): number[] {
  const lengths = counts.map(() => 0);
  const symbols = [...counts.keys()]
    .filter((symbol) => counts[symbol] !== 0)
    .sort((a, b) => (counts[a] as number) - (counts[b] as number));
  const [only] = symbols;
  if (symbols.length === 1 && only !== undefined) {
    lengths[only] = 1;
    return lengths;
  }
  const leaves = symbols.map((symbol) => counts[symbol] as number);
  const levels: Level[] = [mergeLevel(leaves, [])];
  while (levels.length < limit) levels.push(mergeLevel(leaves, levels.at(-1)?.sums ?? []));
  // Of each level, from the last, so many of the smallest are taken; each level in which a symbol is, is a bit of it.
  const leavesTaken: number[] = [];
  let taken = 2 * leaves.length - 2;
  for (const { pairsBefore } of levels.reverse()) {
    const pairs = pairsBefore[taken] as number;
    leavesTaken.push(taken - pairs);
    taken = 2 * pairs;
  }
  for (const [place, symbol] of symbols.entries()) {
    let bits = 0;
    for (const count of leavesTaken) if (count > place) bits++;
    lengths[symbol] = bits;
  }
  return lengths;
}

interface Level {
  /** Of leaves and pairs, the smallest first. */
  readonly sums: readonly number[];
  /** By place among these: how many pairs stand before it. */
  readonly pairsBefore: readonly number[];
}

/** All leaves, and the pairs of what stood in the level before. */
function mergeLevel(leaves: readonly number[], before: readonly number[]): Level {
  const sums: number[] = [];
  const pairsBefore = [0];
  const pairCount = before.length >> 1;
  for (let leaf = 0, pair = 0; leaf < leaves.length || pair < pairCount; ) {
    const sum = (before[2 * pair] as number) + (before[2 * pair + 1] as number);
    const isLeaf = pair === pairCount || (leaves[leaf] as number) <= sum;
    sums.push(isLeaf ? (leaves[leaf++] as number) : sum);
    if (!isLeaf) pair++;
    pairsBefore.push(pair);
  }
  return { sums, pairsBefore };
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
