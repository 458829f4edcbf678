import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

/**
 * Parses JSON of a stranger: depth and number of values are counted before anything is built.
 *
 * @throws {ReadError} `broken`, `too-deep`, `too-many-elements`; `bad-number` for a number beyond all bounds;
 * `unsafe-content` for a `__proto__` key.
 */
export function parseJson(text: string): unknown {
  checkShape(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReadError('broken');
  }
  checkValues(value);
  return value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function checkShape(text: string): void {
  let depth = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i);
    } else if (OPENING.has(code)) {
      depth++;
      values++;
      if (depth > READ_LIMITS.depth) throw new ReadError('too-deep');
    } else if (CLOSING.has(code)) {
      depth--;
    } else if (code === COMMA) {
      values++;
    }
    if (values > READ_LIMITS.values) throw new ReadError('too-many-elements');
  }
}

/** Index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  if (end === -1) throw new ReadError('broken');
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(index - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

function checkValues(root: unknown): void {
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'number' && !Number.isFinite(value)) throw new ReadError('bad-number');
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) throw new ReadError('unsafe-content');
    for (const inner of Object.values(value)) waiting.push(inner);
  }
}

/** @throws {ReadError} `broken` where `bytes` are no UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError('broken');
  }
}

/** Whether `value` is an object with fields, no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `key` may name a file or an element: not what every object has from its birth. */
export function isSafeKey(key: string): boolean {
  return key !== '' && !(key in Object.prototype);
}
