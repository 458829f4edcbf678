import { readChunks } from '../formats/png-chunks/chunk.ts';
import type { SceneFile } from '../model/scene.ts';

/** What a PNG needs to look as it does; all other chunks only tell of it. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE tRNS IDAT IEND sRGB gAMA cHRM sBIT bKGD pHYs cICP'.split(' '),
);
const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);

/**
 * Whether a picture holds nothing but what is seen: no place, camera, thumbnail, comment or text, and nothing
 * behind its end. Of what is not sure the answer is no. An SVG counts as bare: all of it is drawing.
 */
export function isBarePicture({ mimeType, bytes }: SceneFile): boolean {
  switch (mimeType) {
    case 'image/png':
      return isBarePng(bytes);
    case 'image/jpeg':
      return isBareJpeg(bytes);
    case 'image/webp':
      return isBareWebp(bytes);
    case 'image/gif':
      return false;
    case 'image/svg+xml':
      return true;
  }
}

const PNG_FRAME_BYTES = 12;
const PNG_SIGNATURE_BYTES = 8;

function isBarePng(bytes: Uint8Array): boolean {
  const chunks = readChunks(bytes);
  const length = chunks.reduce(
    (sum, { data }) => sum + data.length + PNG_FRAME_BYTES,
    PNG_SIGNATURE_BYTES,
  );
  return length === bytes.length && chunks.every(({ type }) => PNG_CHUNKS.has(type));
}

const JFIF = 0xe0;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const JFIF_BYTES = 16;

/** Segments up to the first scan (ITU T.81 annex B), and the end where it should be. */
function isBareJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return false;
    if (marker === START_OF_SCAN) {
      return view.getUint16(bytes.length - 2) === 0xffd9 && endsOnce(bytes, at);
    }
    const length = view.getUint16(at + 2);
    const isPlainJfif = marker === JFIF && length === JFIF_BYTES;
    const tells = (marker >= 0xe0 && marker <= 0xef) || marker === COMMENT;
    if (tells && !isPlainJfif && marker !== ADOBE) return false;
    at += 2 + length;
  }
  return false;
}

/** Whether no second picture hangs behind the first one's end. */
function endsOnce(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length - 2; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return false;
  }
  return true;
}

const RIFF_HEAD_BYTES = 12;

function isBareWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) + 8 !== bytes.length) return false;
  for (let at = RIFF_HEAD_BYTES; at + 8 <= bytes.length; ) {
    if (!WEBP_CHUNKS.has(String.fromCharCode(...bytes.subarray(at, at + 4)))) return false;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return true;
}
