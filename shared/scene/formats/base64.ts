import { encodeBase64url } from '../../crypto/base64url.ts';
import type { Bytes } from '../../crypto/bytes.ts';
import { ReadError } from './read-result.ts';

const LETTERS: Readonly<Record<string, string>> = { '-': '+', _: '/' };

/** base64 with padding (RFC 4648 section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replace(/[-_]/g, (letter) => LETTERS[letter] ?? letter);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** @throws {ReadError} `broken` */
export function decodeBase64(text: string): Bytes {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new ReadError('broken');
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Media type and bytes of a `data:` address, or undefined where it is another address. */
export function readDataUrl(url: string): { mimeType: string; bytes: Bytes } | undefined {
  const comma = url.indexOf(',');
  const head = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w.+-]+=[^;,]*)*)(;base64)?$/i.exec(
    url.slice(0, comma === -1 ? 0 : comma),
  );
  if (head === null) return undefined;
  const body = url.slice(comma + 1);
  const mimeType = (head[1] ?? 'text/plain').toLowerCase();
  if (head[3] !== undefined) return { mimeType, bytes: decodeBase64(body) };
  try {
    return { mimeType, bytes: new TextEncoder().encode(decodeURIComponent(body)) };
  } catch {
    throw new ReadError('broken');
  }
}

export function toDataUrl(mimeType: string, bytes: Uint8Array): string {
  return `data:${mimeType};base64,${encodeBase64(bytes)}`;
}
