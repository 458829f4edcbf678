import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** All numbers of a list, however they are set apart. @throws {ReadError} `bad-number` */
export function readNumbers(text: string | undefined): number[] {
  return (text ?? '').match(NUMBER)?.map((number) => checkNumber(Number(number))) ?? [];
}

/** @throws {ReadError} `bad-number` where it is too large to draw */
export function checkNumber(number: number): number {
  if (!(Math.abs(number) <= READ_LIMITS.coordinate)) throw new ReadError('bad-number');
  return number;
}

const PX_BY_UNIT: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

/** What lengths in other units than pixels are measured by. */
export interface LengthBase {
  readonly fontSize: number;
  /** What 100 % are. */
  readonly whole: number;
}

/**
 * A length in user units.
 * @returns undefined where there is none, or in a unit that is not known
 * @throws {ReadError} `bad-number`
 */
export function readLength(
  text: string | undefined,
  { fontSize, whole }: LengthBase,
): number | undefined {
  if (text === undefined) return undefined;
  const [, digits, unit = ''] = /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*([a-z%]*)/i.exec(text) ?? [];
  if (digits === undefined) {
    if (/^\s*[-+]?(nan|infinity)/i.test(text)) throw new ReadError('bad-number');
    return undefined;
  }
  const number = checkNumber(Number(digits));
  if (unit === '') return number;
  if (unit === '%') return (number / 100) * whole;
  if (unit === 'em' || unit === 'rem') return number * fontSize;
  if (unit === 'ex' || unit === 'ch') return (number * fontSize) / 2;
  const px = PX_BY_UNIT[unit.toLowerCase()];
  return px === undefined ? undefined : number * px;
}
