import { asBytes, type Bytes, utf8 } from '../../shared/crypto/bytes.ts';
import { crc32 } from '../../shared/scene/formats/png-chunks/chunk.ts';

const [HEADER, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
const NAMES_ARE_UTF8 = 0x800;
const [STORED, DEFLATED] = [0, 8];
/** 1 January 1980, the first day that a ZIP knows. */
const DATE = 0x21;
/** What a ZIP without extensions can say of how many files it has; readers go by the list itself. */
const MOST_COUNTED = 0xffff;

/** A ZIP that grows file by file (PKZIP APPNOTE 4.3), of 4 GiB at most. */
export class ZipWriter {
  readonly #pieces: Bytes[] = [];
  readonly #list: Bytes[] = [];
  #bytes = 0;
  #count = 0;

  /** @param deflated the file's raw deflate (RFC 1951); without it the file is stored as it is */
  add(path: string, file: Uint8Array, deflated?: Uint8Array): void {
    const body = asBytes(deflated ?? file);
    const name = utf8(path);
    const method = deflated === undefined ? STORED : DEFLATED;
    const sizes = [u32(crc32(file)), u32(body.length), u32(file.length)];
    const about = [u16(VERSION, NAMES_ARE_UTF8, method, 0, DATE), ...sizes, u16(name.length, 0)];
    this.#list.push(u32(ENTRY), u16(VERSION), ...about, u16(0, 0, 0), u32(0, this.#bytes), name);
    this.#count++;
    this.#push(u32(HEADER), ...about, name, body);
  }

  /** The ZIP, in pieces. */
  end(): readonly Bytes[] {
    const start = this.#bytes;
    const count = Math.min(this.#count, MOST_COUNTED);
    for (const piece of this.#list) this.#push(piece);
    this.#push(u32(END), u16(0, 0, count, count), u32(this.#bytes - start, start), u16(0));
    return this.#pieces;
  }

  #push(...pieces: Bytes[]): void {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.#bytes += piece.length;
    }
  }
}

function u16(...values: readonly number[]): Bytes {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of values.entries()) view.setUint16(at * 2, value, true);
  return bytes;
}

function u32(...values: readonly number[]): Bytes {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of values.entries()) view.setUint32(at * 4, value, true);
  return bytes;
}
