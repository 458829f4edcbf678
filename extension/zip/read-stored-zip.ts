import { asBytes, type Bytes } from '../../shared/crypto/bytes.ts';
import { ReadError } from '../../shared/scene/formats/read-result.ts';

const [HEADER, ENTRY, END, END_64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50];
const STORED = 0;
const [HEADER_BYTES, ENTRY_BYTES, END_BYTES] = [30, 46, 22];
const MOST_COMMENT_BYTES = 0xffff;

export interface ZipLimits {
  /** Of all files together, as they say it themselves. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * The files of a ZIP that are stored as they are, by their paths, without a copy (PKZIP APPNOTE 4.3). Those that are
 * compressed are left out: a ZIP of a stranger may claim anything of them.
 *
 * @throws {ReadError} `broken`, `too-large`
 */
export function readStoredZip(zip: Bytes, limits: ZipLimits): ReadonlyMap<string, Bytes> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const files = new Map<string, Bytes>();
  let bytes = 0;
  let count = 0;
  let at = view.getUint32(end + 16, true);
  // By the list itself: its number of files may stand in one of two places, or be a lie.
  while (at + ENTRY_BYTES <= end && view.getUint32(at, true) === ENTRY) {
    const [packed, size, start] = [20, 24, 42].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
    ];
    bytes += size;
    if (++count > limits.files || bytes > limits.bytes) throw new ReadError('too-large');
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    if (view.getUint16(at + 10, true) === STORED && packed === size) {
      const path = new TextDecoder().decode(zip.subarray(at + ENTRY_BYTES, nameEnd));
      files.set(path, readStored(zip, view, start, size));
    }
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const isWhole = at === end || (at + 4 <= end && view.getUint32(at, true) === END_64);
  if (!isWhole) throw new ReadError('broken');
  return files;
}

function readStored(zip: Bytes, view: DataView, header: number, size: number): Bytes {
  const isHeader = header + HEADER_BYTES <= zip.length && view.getUint32(header, true) === HEADER;
  if (!isHeader) throw new ReadError('broken');
  const lengths = view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const start = header + HEADER_BYTES + lengths;
  if (start + size > zip.length) throw new ReadError('broken');
  return asBytes(zip.subarray(start, start + size));
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT_BYTES); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ReadError('broken');
}
