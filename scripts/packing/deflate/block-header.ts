import type { BitWriter } from './bit-writer.ts';
import { codeLengths, codesOf } from './code-lengths.ts';

/** RFC 1951 section 3.2.7: in which order the lengths of the code for lengths stand. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 7;
const [REPEAT, ZEROS, MANY_ZEROS] = [16, 17, 18] as const;
const EXTRA_BITS: Readonly<Record<number, number>> = { [REPEAT]: 2, [ZEROS]: 3, [MANY_ZEROS]: 7 };

/** A length, or how often one is repeated. */
interface Run {
  readonly symbol: number;
  readonly extra: number;
}

export interface BlockHeader {
  readonly bits: number;
  write(writer: BitWriter): void;
}

/** The smallest way to say the lengths of the two codes of a block. */
export function planHeader(literals: readonly number[], distances: readonly number[]): BlockHeader {
  const literalCount = Math.max(257, literals.findLastIndex((length) => length > 0) + 1);
  const distanceCount = Math.max(1, distances.findLastIndex((length) => length > 0) + 1);
  const all = [...literals.slice(0, literalCount), ...distances.slice(0, distanceCount)];
  const ways = [0, 1, 2, 3, 4, 5, 6, 7].map((way) => planRuns(all, new Set(symbolsOf(way))));
  const { runs, lengths, count, bits } = ways.reduce((a, b) => (b.bits < a.bits ? b : a));
  return {
    bits: bits + 14,
    write(writer) {
      writer.write(literalCount - 257, 5);
      writer.write(distanceCount - 1, 5);
      writer.write(count - 4, 4);
      for (const symbol of ORDER.slice(0, count)) writer.write(lengths[symbol] as number, 3);
      const codes = codesOf(lengths);
      for (const { symbol, extra } of runs) {
        writer.write(codes[symbol] as number, lengths[symbol] as number);
        writer.write(extra, EXTRA_BITS[symbol] ?? 0);
      }
    },
  };
}

function symbolsOf(way: number): number[] {
  return [REPEAT, ZEROS, MANY_ZEROS].filter((_, bit) => way & (1 << bit));
}

function planRuns(all: readonly number[], used: ReadonlySet<number>) {
  const runs = joinRuns(all, used);
  const counts = new Array<number>(ORDER.length).fill(0);
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] as number) + 1;
  const lengths = codeLengths(counts, LONGEST_CODE);
  const count = Math.max(4, ORDER.findLastIndex((symbol) => lengths[symbol] !== 0) + 1);
  const bits = runs.reduce(
    (sum, { symbol }) => sum + (lengths[symbol] as number) + (EXTRA_BITS[symbol] ?? 0),
    count * 3,
  );
  return { runs, lengths, count, bits };
}

function joinRuns(all: readonly number[], used: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < all.length; ) {
    const value = all[i] as number;
    let left = 1;
    while (all[i + left] === value) left++;
    i += left;
    if (value === 0) {
      while (used.has(MANY_ZEROS) && left >= 11) left -= take(MANY_ZEROS, Math.min(left, 138), 11);
      while (used.has(ZEROS) && left >= 3) left -= take(ZEROS, Math.min(left, 10), 3);
    } else if (used.has(REPEAT) && left >= 4) {
      runs.push({ symbol: value, extra: 0 });
      left--;
      while (left >= 3) left -= take(REPEAT, Math.min(left, 6), 3);
    }
    for (; left > 0; left--) runs.push({ symbol: value, extra: 0 });
  }
  return runs;

  function take(symbol: number, count: number, least: number): number {
    runs.push({ symbol, extra: count - least });
    return count;
  }
}
