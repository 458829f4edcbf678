import type { Bytes } from './bytes.ts';
import { CryptoError } from './error.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const INVALID = 255;
const VALUES = new Uint8Array(256).fill(INVALID);
for (let i = 0; i < CODES.length; i++) VALUES[CODES[i] as number] = i;

const decoder = new TextDecoder();

/** base64url without padding (RFC 4648 section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  const full = Math.floor(bytes.length / 3);
  const rest = bytes.length % 3;
  const out = new Uint8Array(full * 4 + (rest === 0 ? 0 : rest + 1));
  let o = 0;
  for (let i = 0; i < full * 3; i += 3) {
    const group =
      ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    out[o++] = CODES[group >> 18] as number;
    out[o++] = CODES[(group >> 12) & 63] as number;
    out[o++] = CODES[(group >> 6) & 63] as number;
    out[o++] = CODES[group & 63] as number;
  }
  if (rest > 0) {
    const first = bytes[full * 3] as number;
    const second = rest === 2 ? (bytes[full * 3 + 1] as number) : 0;
    out[o++] = CODES[first >> 2] as number;
    out[o++] = CODES[((first & 3) << 4) | (second >> 4)] as number;
    if (rest === 2) out[o] = CODES[(second & 15) << 2] as number;
  }
  return decoder.decode(out);
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
  const out = new Uint8Array(size);
  let bits = 0;
  let held = 0;
  let o = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 256 ? (VALUES[code] as number) : INVALID;
    if (value === INVALID) throw invalid();
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[o++] = (bits >> held) & 255;
    }
  }
  if ((bits & ((1 << held) - 1)) !== 0) throw invalid();
  return out;
}

function invalid(): CryptoError {
  return new CryptoError('invalid-encoding', 'This is not valid unpadded base64url.');
}
