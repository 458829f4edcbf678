import type { Bytes } from '../bytes.ts';
import { CryptoError, type CryptoErrorCode } from '../error.ts';

/* Checks that need no test runner, so that the same cases run in Node, workerd and browsers. */

/** One proof; `run` rejects where the code is wrong. */
export interface Case {
  readonly name: string;
  run(): Promise<void>;
}

export function fromHex(hex: string): Bytes {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** Bytes are compared as hex. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const a = actual instanceof Uint8Array ? toHex(actual) : actual;
  const b = expected instanceof Uint8Array ? toHex(expected) : expected;
  if (a !== b) throw new Error(`${what}: ${shorten(a)} instead of ${shorten(b)}`);
}

export function different(actual: Uint8Array, other: string, what: string): void {
  if (toHex(actual) === other) throw new Error(`${what} must differ from ${shorten(other)}`);
}

/** `work` must fail with a `CryptoError` of that code. */
export async function refused(
  code: CryptoErrorCode,
  what: string,
  work: () => unknown,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CryptoError && error.code === code) return;
    throw new Error(`${what}: ${error} instead of ${code}`);
  }
  throw new Error(`${what}: accepted instead of ${code}`);
}

function shorten(value: unknown): string {
  return String(value).slice(0, 200);
}
