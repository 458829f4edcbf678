import type { SceneFile } from '../model/scene.ts';
import { readJpegHeader } from './picture-header/jpeg.ts';
import { readWebpHeader } from './picture-header/webp.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

export type PictureHeader = Pick<SceneFile, 'mimeType' | 'width' | 'height'>;

/**
 * Kind and size of a picture, read from its first bytes without decoding it: as a browser shows it, a JPEG's
 * orientation counted.
 *
 * @returns undefined where it is none of PNG, JPEG, GIF and WebP
 * @throws {ReadError} `broken` where it begins like one and has no size or no end; `picture-too-large`
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const header = readHeader(bytes);
  if (header === undefined) return undefined;
  const { width, height } = header;
  if (width < 1 || height < 1) throw new ReadError('broken');
  const isTooLarge =
    Math.max(width, height) > READ_LIMITS.pictureSidePx ||
    width * height > READ_LIMITS.picturePixels;
  if (isTooLarge) throw new ReadError('picture-too-large', `${width} × ${height}`);
  return header;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);
}

function readHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (isPng(bytes)) return readPngHeader(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return readJpegHeader(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (/^GIF8[79]a/.test(start)) return readGifHeader(bytes);
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return readWebpHeader(bytes);
  return undefined;
}

function readPngHeader(bytes: Uint8Array): PictureHeader {
  const isStarted = bytes.length >= 33 && readAscii(bytes, 12) === 'IHDR';
  // What follows the end of the picture means nothing; that there is one does.
  if (!isStarted || readAscii(bytes, endOfPng(bytes) - 8) !== 'IEND') throw new ReadError('broken');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { mimeType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Index after the last whole chunk, which is IEND in a whole picture. */
function endOfPng(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + view.getUint32(at);
    if (next > bytes.length) return at;
    if (readAscii(bytes, at + 4) === 'IEND') return next;
    at = next;
  }
  return at;
}

function readGifHeader(bytes: Uint8Array): PictureHeader {
  const GIF_TRAILER = 0x3b;
  if (bytes.length < 14 || bytes.lastIndexOf(GIF_TRAILER) < 13) throw new ReadError('broken');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    mimeType: 'image/gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
  };
}

function readAscii(bytes: Uint8Array, start: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + 4));
}
