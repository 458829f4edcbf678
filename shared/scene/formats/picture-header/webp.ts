import type { PictureHeader } from '../picture-header.ts';
import { ReadError } from '../read-result.ts';

/** RFC 9649: the first chunk says how large the canvas is. @throws {ReadError} `broken` */
export function readWebpHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || view.getUint32(4, true) + 8 > bytes.length)
    throw new ReadError('broken');
  const size = readSize(view, String.fromCharCode(...bytes.subarray(12, 16)));
  return { mimeType: 'image/webp', ...size };
}

function readSize(view: DataView, chunk: string): { width: number; height: number } {
  if (chunk === 'VP8 ') {
    return {
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') {
    return {
      width: (view.getUint32(24, true) & 0xffffff) + 1,
      height: (view.getUint32(26, true) >>> 8) + 1,
    };
  }
  throw new ReadError('broken');
}
