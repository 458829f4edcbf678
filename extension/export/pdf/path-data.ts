import { appendBezierCurve, closePath, lineTo, moveTo, type PDFOperator } from '@cantoo/pdf-lib';

/** How many numbers each command of a path takes. */
const LENGTHS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, Z: 0 };

/**
 * PDF operators for SVG path data as our renderer writes it: without arcs and shorthand curves.
 *
 * @throws {Error} for what it never writes
 */
export function pathOperators(data: string): PDFOperator[] {
  const operators: PDFOperator[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [letter, given] of readCommands(data)) {
    const name = letter.toUpperCase();
    const origin = letter === name ? ([0, 0] as const) : ([x, y] as const);
    const at = given.map(
      (value, index) => value + origin[name === 'V' ? 1 : ((index % 2) as 0 | 1)],
    );
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    switch (name) {
      case 'M':
        operators.push(moveTo(a, b));
        [x, y, startX, startY] = [a, b, a, b];
        break;
      case 'L':
        operators.push(lineTo(a, b));
        [x, y] = [a, b];
        break;
      case 'H':
        operators.push(lineTo(a, y));
        x = a;
        break;
      case 'V':
        operators.push(lineTo(x, a));
        y = a;
        break;
      case 'C':
        operators.push(appendBezierCurve(a, b, c, d, e, f));
        [x, y] = [e, f];
        break;
      case 'Q':
        // PDF has cubic curves only.
        operators.push(
          appendBezierCurve(
            x + (2 / 3) * (a - x),
            y + (2 / 3) * (b - y),
            c + (2 / 3) * (a - c),
            d + (2 / 3) * (b - d),
            c,
            d,
          ),
        );
        [x, y] = [c, d];
        break;
      default:
        operators.push(closePath());
        [x, y] = [startX, startY];
    }
  }
  return operators;
}

type Command = readonly [letter: string, numbers: readonly number[]];

function readCommands(data: string): readonly Command[] {
  // Every letter but that of an exponent.
  return [...data.matchAll(/([a-df-z])([^a-df-z]*)/gi)].flatMap(
    ([, letter = '', rest = '']): Command[] => {
      const length = LENGTHS[letter.toUpperCase()];
      if (length === undefined) throw new Error(`Unknown path command ${letter}`);
      if (length === 0) return [[letter, []]];
      const numbers = [...rest.matchAll(/[-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?/gi)].map(Number);
      // Further points after a move are lines.
      const repeated = { M: 'L', m: 'l' }[letter] ?? letter;
      return Array.from({ length: Math.floor(numbers.length / length) }, (_, index): Command => {
        const own = numbers.slice(index * length, (index + 1) * length);
        return [index === 0 ? letter : repeated, own];
      });
    },
  );
}
