import { asBytes, type Bytes, concat, utf8 } from '../../../crypto/bytes.ts';
import { isPng } from '../picture-header.ts';
import { ReadError } from '../read-result.ts';

/** A piece of a PNG, PNG specification section 5.3. */
export interface Chunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE_BYTES = 8;
/** Length, type and CRC. */
const FRAME_BYTES = 12;

/**
 * The chunks of a PNG up to IEND, without a copy.
 * @throws {ReadError} `broken`: no PNG, or cut off
 */
export function readChunks(png: Uint8Array): Chunk[] {
  if (!isPng(png)) throw new ReadError('broken');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at + FRAME_BYTES <= png.length; ) {
    const end = at + FRAME_BYTES + view.getUint32(at);
    if (end > png.length) break;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({ type, data: png.subarray(at + 8, end - 4) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw new ReadError('broken');
}

/** A PNG of `chunks`, with CRCs. */
export function writeChunks(chunks: readonly Chunk[]): Bytes {
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return concat(signature, ...chunks.flatMap(writeChunk));
}

function writeChunk({ type, data }: Chunk): Uint8Array[] {
  const named = concat(utf8(type), data);
  return [u32(data.length), named, u32(crc32(named))];
}

function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return asBytes(bytes);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** ISO 3309, as PNG specification annex D computes it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
