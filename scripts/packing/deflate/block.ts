import type { BitWriter } from './bit-writer.ts';
import { type BlockHeader, planHeader } from './block-header.ts';
import { codeLengths, codesOf } from './code-lengths.ts';
import {
  DISTANCE_BASES,
  DISTANCE_BITS,
  DISTANCE_CODE,
  END_OF_BLOCK,
  LENGTH_BASES,
  LENGTH_BITS,
  LENGTH_CODE,
} from './symbols.ts';
import { type Counts, countSymbols, lengthSymbol, type Token } from './token.ts';

const LONGEST_CODE = 15;
/** Of a block: whether it is the last, and that its codes are its own. */
const START_BITS = 3;

interface BlockPlan {
  readonly literals: readonly number[];
  readonly distances: readonly number[];
  readonly header: BlockHeader;
  readonly bits: number;
}

/** How large a block of these symbols becomes, in bits. */
export function blockBits(counts: Counts): number {
  return planBlock(counts).bits;
}

export function writeBlock(writer: BitWriter, tokens: readonly Token[], isLast: boolean): void {
  const { literals, distances, header } = planBlock(countSymbols(tokens));
  const [literalCodes, distanceCodes] = [codesOf(literals), codesOf(distances)];
  const writeLiteral = (symbol: number) =>
    writer.write(literalCodes[symbol] as number, literals[symbol] as number);
  writer.write(isLast ? 1 : 0, 1);
  writer.write(2, 2);
  header.write(writer);
  for (const { length, distance } of tokens) {
    if (distance === 0) {
      writeLiteral(length);
      continue;
    }
    writeLiteral(lengthSymbol(length));
    const code = LENGTH_CODE[length] as number;
    writer.write(length - (LENGTH_BASES[code] as number), LENGTH_BITS[code] as number);
    const far = DISTANCE_CODE[distance] as number;
    writer.write(distanceCodes[far] as number, distances[far] as number);
    writer.write(distance - (DISTANCE_BASES[far] as number), DISTANCE_BITS[far] as number);
  }
  writeLiteral(END_OF_BLOCK);
}

function planBlock(counts: Counts): BlockPlan {
  const literals = codeLengths(counts.literals, LONGEST_CODE);
  const distances = codeLengths(counts.distances, LONGEST_CODE);
  const header = planHeader(literals, distances);
  let bits = START_BITS + header.bits;
  for (const [symbol, count] of counts.literals.entries()) {
    bits += count * ((literals[symbol] as number) + (LENGTH_BITS[symbol - END_OF_BLOCK - 1] ?? 0));
  }
  for (const [symbol, count] of counts.distances.entries()) {
    bits += count * ((distances[symbol] as number) + (DISTANCE_BITS[symbol] as number));
  }
  return { literals, distances, header, bits };
}
