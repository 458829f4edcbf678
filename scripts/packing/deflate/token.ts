import { DISTANCE_CODE, DISTANCES, END_OF_BLOCK, LENGTH_CODE, LITERALS } from './symbols.ts';

/** `length` bytes that stood `distance` bytes before; distance 0 says one byte of its own, `length`. */
export interface Token {
  readonly length: number;
  readonly distance: number;
}

export interface Counts {
  readonly literals: number[];
  readonly distances: number[];
}

/** How often each symbol occurs in a block of these tokens, its end included. */
export function countSymbols(tokens: readonly Token[]): Counts {
  const literals = new Array<number>(LITERALS).fill(0);
  const distances = new Array<number>(DISTANCES).fill(0);
  literals[END_OF_BLOCK] = 1;
  const count = (counts: number[], symbol: number) => {
    counts[symbol] = (counts[symbol] as number) + 1;
  };
  for (const { length, distance } of tokens) {
    if (distance === 0) count(literals, length);
    else {
      count(literals, lengthSymbol(length));
      count(distances, DISTANCE_CODE[distance] as number);
    }
  }
  return { literals, distances };
}

/** What a block's symbols are without those of its first tokens, which become a block of their own. */
export function countRest(whole: Counts, first: Counts): Counts {
  const literals = whole.literals.map(
    (count, symbol) => count - (first.literals[symbol] as number),
  );
  literals[END_OF_BLOCK] = 1;
  const distances = whole.distances.map((all, symbol) => all - (first.distances[symbol] as number));
  return { literals, distances };
}

export function lengthSymbol(length: number): number {
  return END_OF_BLOCK + 1 + (LENGTH_CODE[length] as number);
}
