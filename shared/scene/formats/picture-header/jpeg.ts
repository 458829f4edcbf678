import type { PictureHeader } from '../picture-header.ts';
import { ReadError } from '../read-result.ts';

const START_OF_SCAN = 0xda;
const EXIF = 0xe1;
/** Markers of a frame's start, less those in their range that are none. */
const isFrameStart = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** ITU T.81 annex B: segments until the frame's start. @throws {ReadError} `broken` */
export function readJpegHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!hasEnd(bytes)) throw new ReadError('broken');
  let isTurned = false;
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === START_OF_SCAN) break;
    if (marker === 0xff) {
      at++; // fill byte
      continue;
    }
    if (isFrameStart(marker)) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return isTurned
        ? { mimeType: 'image/jpeg', width: height, height: width }
        : { mimeType: 'image/jpeg', width, height };
    }
    const length = view.getUint16(at + 2);
    if (marker === EXIF && at + 2 + length <= bytes.length) {
      isTurned ||= isTurnedByExif(bytes.subarray(at + 4, at + 2 + length));
    }
    at += 2 + length;
  }
  throw new ReadError('broken');
}

function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 2; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

const EXIF_HEAD_BYTES = 6;
const ORIENTATION_TAG = 0x0112;
/** Orientations from here on lie on their side. */
const FIRST_TURNED = 5;

function isTurnedByExif(segment: Uint8Array): boolean {
  if (String.fromCharCode(...segment.subarray(0, EXIF_HEAD_BYTES)) !== 'Exif\0\0') return false;
  const tiff = new DataView(
    segment.buffer,
    segment.byteOffset + EXIF_HEAD_BYTES,
    segment.byteLength - EXIF_HEAD_BYTES,
  );
  if (tiff.byteLength < 14) return false;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return false;
  const count = tiff.getUint16(directory, isLittle);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.byteLength) return false;
    if (tiff.getUint16(entry, isLittle) === ORIENTATION_TAG) {
      const orientation = tiff.getUint16(entry + 8, isLittle);
      return orientation >= FIRST_TURNED && orientation <= 8;
    }
  }
  return false;
}
