import type { Bytes } from './bytes.ts';
import { CryptoError } from './error.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const INVALID = 255;
const VALUES = new Uint8Array(256).fill(INVALID);
for (let i = 0; i < CODES.length; i++) VALUES[CODES[i] as number] = i;

/** Code of the letter whose value is 0. */
const ZERO = CODES[0] as number;

/* What engines of 2025 and later bring (ECMAScript 2026), many times as fast as a loop. */
const engine = Uint8Array as { fromBase64?(text: string, options: object): Bytes };
type Encoding = { toBase64?(options: object): string };

/** base64url without padding (RFC 4648 section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  return (
    (bytes as Encoding).toBase64?.({ alphabet: 'base64url', omitPadding: true }) ??
    encodeByTable(bytes)
  );
}

function encodeByTable(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const group = (a << 16) | (b << 8) | c;
    for (let shift = 18; shift >= 0; shift -= 6) text += ALPHABET[(group >> shift) & 63];
  }
  return text.slice(0, Math.ceil((bytes.length * 4) / 3));
}

/**
 * Decodes canonical base64url without padding; `length` is the number of bytes it must hold, where known.
 * @throws {CryptoError} `invalid-encoding`: padding, white space, another alphabet, a non-canonical
 * last character, or another length.
 */
export function decodeBase64url(text: string, length?: number): Bytes {
  const rest = text.length % 4;
  const size = Math.floor(text.length / 4) * 3 + (rest === 0 ? 0 : rest - 1);
  if (rest === 1 || (length !== undefined && size !== length)) throw invalid();
  return decodeByEngine(text) ?? decodeByTable(text, size);
}

/** The engine forgives white space, padding and unused bits: what it would not write itself is refused. */
function decodeByEngine(text: string): Bytes | undefined {
  if (!engine.fromBase64) return;
  try {
    const out = engine.fromBase64(text, { alphabet: 'base64url' });
    if (encodeBase64url(out) === text) return out;
  } catch {}
  throw invalid();
}

function decodeByTable(text: string, size: number): Bytes {
  const out = new Uint8Array(size);
  // Every value is below 64 and every code below 256, or one of these says so at the end.
  let values = 0;
  let codes = 0;
  let unused = 0;
  for (let i = 0, o = 0; i < text.length; i += 4, o += 3) {
    const left = text.length - i;
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = left > 2 ? text.charCodeAt(i + 2) : ZERO;
    const d = left > 3 ? text.charCodeAt(i + 3) : ZERO;
    const va = VALUES[a & 255] as number;
    const vb = VALUES[b & 255] as number;
    const vc = VALUES[c & 255] as number;
    const vd = VALUES[d & 255] as number;
    codes |= a | b | c | d;
    values |= va | vb | vc | vd;
    const group = (va << 18) | (vb << 12) | (vc << 6) | vd;
    out[o] = group >> 16;
    out[o + 1] = group >> 8; // beyond its end an array of bytes takes nothing
    out[o + 2] = group;
    if (left < 4) unused = group & (left === 3 ? 0xff : 0xffff);
  }
  if (values >= 64 || codes >= 256 || unused !== 0) throw invalid();
  return out;
}

function invalid(): CryptoError {
  return new CryptoError('invalid-encoding', 'This is not valid unpadded base64url.');
}
