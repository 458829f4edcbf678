import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';

/** An element as the file has it: nothing of it is known to be right. */
export type RawElement = Readonly<Record<string, unknown>>;

/** A number, or `usual` where the field is missing. @throws {ReadError} `bad-number` */
export function readNumber(raw: RawElement, field: string, usual: number): number {
  const value = raw[field];
  if (value === undefined) return usual;
  if (typeof value !== 'number' || !(Math.abs(value) <= READ_LIMITS.coordinate)) {
    throw new ReadError('bad-number');
  }
  return value;
}

export function readText(raw: RawElement, field: string): string | null {
  const value = raw[field];
  return typeof value === 'string' ? value : null;
}

/** The value of a field where it is one of `choices`, else the first of them. */
export function readChoice<Choice extends string>(
  raw: RawElement,
  field: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  return choices.find((choice) => choice === raw[field]) ?? choices[0];
}

/** @throws {ReadError} `bad-number` */
export function readPoints(raw: RawElement): [number, number][] {
  if (!Array.isArray(raw.points)) return [];
  return raw.points.map((point) => {
    const [x, y] = Array.isArray(point) ? (point as unknown[]) : [];
    if (!isCoordinate(x) || !isCoordinate(y)) throw new ReadError('bad-number');
    return [x, y];
  });
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= READ_LIMITS.coordinate;
}
