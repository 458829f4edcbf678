import { BitWriter } from './bit-writer.ts';
import { blockBits, writeBlock } from './block.ts';
import { findMatches, type Matches } from './find-matches.ts';
import { type Costs, costsOf, parse } from './parse.ts';
import { countRest, countSymbols, type Token } from './token.ts';

const FIRST_ROUNDS = 3;
const BLOCK_ROUNDS = 8;
/** Where a block may be parted, of its tokens. */
const CUTS = 24;
const FEWEST_TOKENS = 600;

/** To begin with: what text costs more or less. */
const GUESS: Costs = {
  literals: Array.from({ length: 286 }, (_, symbol) => (symbol < 256 ? 6 : 5)),
  distances: Array.from({ length: 30 }, () => 5),
};

/**
 * Raw deflate (RFC 1951), some hundredths smaller than zlib's best: it weighs all ways to say the bytes, by what
 * each symbol costs, again and again, as Zopfli does. Slow.
 */
export function deflateSmall(data: Uint8Array): Uint8Array {
  const matches = findMatches(data);
  const whole = parseRepeatedly(data, matches, 0, data.length, GUESS, FIRST_ROUNDS);
  const blocks = splitBlocks(whole);
  const writer = new BitWriter();
  let from = 0;
  for (const [index, block] of blocks.entries()) {
    const to = from + block.reduce((sum, token) => sum + bytesOf(token), 0);
    const costs = costsOf(countSymbols(block));
    const better = parseRepeatedly(data, matches, from, to, costs, BLOCK_ROUNDS);
    const isBetter = blockBits(countSymbols(better)) < blockBits(countSymbols(block));
    writeBlock(writer, isBetter ? better : block, index === blocks.length - 1);
    from = to;
  }
  return writer.finish();
}

function bytesOf({ length, distance }: Token): number {
  return distance === 0 ? 1 : length;
}

/** The smallest of several tries, each by what the symbols cost in the one before. */
function parseRepeatedly(
  data: Uint8Array,
  matches: Matches,
  from: number,
  to: number,
  guess: Costs,
  rounds: number,
): readonly Token[] {
  let costs = guess;
  let best: readonly Token[] = [];
  let bestBits = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const tokens = parse(data, matches, from, to, costs);
    const counts = countSymbols(tokens);
    const bits = blockBits(counts);
    if (bits < bestBits) [best, bestBits] = [tokens, bits];
    costs = costsOf(counts);
  }
  return best;
}

/** Parts the tokens where two blocks with codes of their own are smaller than one. */
function splitBlocks(tokens: readonly Token[]): readonly (readonly Token[])[] {
  if (tokens.length < 2 * FEWEST_TOKENS) return [tokens];
  const whole = countSymbols(tokens);
  const bitsAt = (cut: number) => {
    const first = countSymbols(tokens.slice(0, cut));
    return blockBits(first) + blockBits(countRest(whole, first));
  };
  let [low, high] = [0, tokens.length];
  let best = { cut: 0, bits: blockBits(whole) };
  for (let step = (high - low) / CUTS; step >= 1; step = (high - low) / CUTS) {
    for (let i = 1; i < CUTS; i++) {
      const cut = Math.round(low + i * step);
      if (cut <= 0 || cut >= tokens.length) continue;
      const bits = bitsAt(cut);
      if (bits < best.bits) best = { cut, bits };
    }
    if (best.cut === 0) return [tokens];
    [low, high] = [Math.max(low, best.cut - step), Math.min(high, best.cut + step)];
  }
  return [...splitBlocks(tokens.slice(0, best.cut)), ...splitBlocks(tokens.slice(best.cut))];
}
