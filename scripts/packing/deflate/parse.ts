import type { Matches } from './find-matches.ts';
import {
  DISTANCE_BITS,
  DISTANCE_CODE,
  LENGTH_BITS,
  LENGTH_CODE,
  LONGEST_MATCH,
  SHORTEST_MATCH,
} from './symbols.ts';
import { type Counts, lengthSymbol, type Token } from './token.ts';

/** What each symbol costs, in bits. */
export interface Costs {
  readonly literals: readonly number[];
  readonly distances: readonly number[];
}

/** As much as the symbols would cost in a perfect code for these counts. */
export function costsOf({ literals, distances }: Counts): Costs {
  return { literals: entropyOf(literals), distances: entropyOf(distances) };
}

function entropyOf(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0);
  const rare = Math.log2(sum + 1) + 1;
  return counts.map((count) => (count === 0 ? rare : Math.log2(sum / count)));
}

/** The cheapest way to say the bytes from `from` to `to`. */
export function parse(
  data: Uint8Array,
  { starts, lengths, distances }: Matches,
  from: number,
  to: number,
  costs: Costs,
): Token[] {
  const lengthCosts = new Float64Array(LONGEST_MATCH + 1);
  for (let length = SHORTEST_MATCH; length <= LONGEST_MATCH; length++) {
    const extra = LENGTH_BITS[LENGTH_CODE[length] as number] as number;
    lengthCosts[length] = (costs.literals[lengthSymbol(length)] as number) + extra;
  }
  const size = to - from;
  const cheapest = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const lengthTo = new Uint16Array(size + 1);
  const distanceTo = new Uint16Array(size + 1);
  cheapest[0] = 0;
  for (let i = 0; i < size; i++) {
    const here = cheapest[i] as number;
    const literal = here + (costs.literals[data[from + i] as number] as number);
    if (literal < (cheapest[i + 1] as number)) {
      cheapest[i + 1] = literal;
      lengthTo[i + 1] = 1;
      distanceTo[i + 1] = 0;
    }
    let length = SHORTEST_MATCH;
    const end = starts[from + i + 1] as number;
    for (let match = starts[from + i] as number; match < end; match++) {
      const distance = distances[match] as number;
      const code = DISTANCE_CODE[distance] as number;
      const base = here + (costs.distances[code] as number) + (DISTANCE_BITS[code] as number);
      const longest = Math.min(lengths[match] as number, size - i);
      for (; length <= longest; length++) {
        const cost = base + (lengthCosts[length] as number);
        if (cost >= (cheapest[i + length] as number)) continue;
        cheapest[i + length] = cost;
        lengthTo[i + length] = length;
        distanceTo[i + length] = distance;
      }
    }
  }
  const tokens: Token[] = [];
  for (let i = size; i > 0; ) {
    const [length, distance] = [lengthTo[i] as number, distanceTo[i] as number];
    i -= length;
    tokens.push({ length: distance === 0 ? (data[from + i] as number) : length, distance });
  }
  return tokens.reverse();
}
