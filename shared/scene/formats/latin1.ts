import type { Bytes } from '../../crypto/bytes.ts';

/** More at once is more than a call may have arguments. */
const SLICE = 0x8000;

/** Each byte as the character of that code. */
export function fromLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += SLICE) {
    text += String.fromCharCode(...bytes.subarray(start, start + SLICE));
  }
  return text;
}

/** Each character's code, of which all are below 256, as a byte. */
export function toLatin1(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
