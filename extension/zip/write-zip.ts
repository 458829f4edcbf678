import { asBytes, type Bytes, utf8 } from '../../shared/crypto/bytes.ts';
import { crc32 } from '../../shared/scene/formats/png-chunks/chunk.ts';

const [HEADER, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [END_64, LOCATOR_64] = [0x06064b50, 0x07064b50];
const [VERSION, VERSION_64] = [20, 45];
const NAMES_ARE_UTF8 = 0x800;
const [STORED, DEFLATED] = [0, 8];
/** 1 January 1980, the first day that a ZIP knows: the same files make the same ZIP. */
const DATE = 0x21;
/** From this number of files on, a ZIP counts them in its 64-bit end. */
const UNCOUNTED = 0xffff;

/** A ZIP that grows file by file (PKZIP APPNOTE 4.3), of 4 GiB at most, with any number of files. */
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
    for (const piece of this.#list) this.#push(piece);
    const list = [this.#bytes - start, start] as const;
    if (this.#count >= UNCOUNTED) this.#pushEnd64(...list);
    const count = Math.min(this.#count, UNCOUNTED);
    this.#push(u32(END), u16(0, 0, count, count), u32(...list), u16(0));
    return this.#pieces;
  }

  /** Numbers of 64 bits, none of which needs its upper half. */
  #pushEnd64(length: number, start: number): void {
    const at = this.#bytes;
    const versions = u16(VERSION_64, VERSION_64);
    const count = [this.#count, 0] as const;
    this.#push(u32(END_64, 44, 0), versions, u32(0, 0, ...count, ...count, length, 0, start, 0));
    this.#push(u32(LOCATOR_64, 0, at, 0, 1));
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
