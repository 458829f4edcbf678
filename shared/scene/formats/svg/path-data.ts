import { checkNumber } from './numbers.ts';
import { Pen, type Subpath } from './pen.ts';

const ARGUMENTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** The `d` of a path (SVG 2, section 9), up to its first mistake. @throws {ReadError} `bad-number`, `too-many-elements` */
export function readPath(d: string): Subpath[] {
  const pen = new Pen();
  const scanner = /\s*,?\s*([MLHVCSQTAZ])|\s*,?\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
  const flag = /\s*,?\s*([01])/y;
  let command = '';
  while (true) {
    const start = scanner.lastIndex;
    const found = scanner.exec(d);
    if (found === null) break;
    if (found[1] !== undefined) command = found[1];
    else scanner.lastIndex = start;
    const count = ARGUMENTS[command.toUpperCase()];
    if (count === undefined || (count === 0 && found[1] === undefined)) break;
    const values: number[] = [];
    while (values.length < count) {
      const isFlag = command.toUpperCase() === 'A' && (values.length === 3 || values.length === 4);
      const reader = isFlag ? flag : scanner;
      reader.lastIndex = scanner.lastIndex;
      const match = reader.exec(d);
      const digits = isFlag ? match?.[1] : match?.[2];
      if (match === null || digits === undefined) return pen.finish();
      scanner.lastIndex = reader.lastIndex;
      values.push(checkNumber(Number(digits)));
    }
    pen.draw(command, values);
    // More numbers after a move are lines.
    if (command === 'M') command = 'L';
    if (command === 'm') command = 'l';
  }
  return pen.finish();
}
