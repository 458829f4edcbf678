import { crc32, deflateRawSync } from 'node:zlib';
import { deflateSmall } from './deflate/deflate.ts';

const [HEADER, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x800;
const [STORED, DEFLATED] = [0, 8];
/** 1 January 1980, the first day that a ZIP knows: the same files make the same ZIP. */
const DATE = 0x21;

/**
 * A ZIP of `files` (PKZIP APPNOTE 4.3), each packed as small as it goes.
 *
 * @param isPackedFast files that zlib packs, as they are large and few ever load them
 */
export function writeZip(
  files: ReadonlyMap<string, Buffer>,
  isPackedFast: (path: string) => boolean,
): Buffer {
  const pieces: Uint8Array[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [path, data] of files) {
    const packed: Uint8Array = isPackedFast(path)
      ? deflateRawSync(data, { level: 9 })
      : deflateSmall(data);
    const method = packed.length < data.length ? DEFLATED : STORED;
    const body: Uint8Array = method === DEFLATED ? packed : data;
    const name = Buffer.from(path);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(FLAGS, 2);
    about.writeUInt16LE(method, 4);
    about.writeUInt16LE(DATE, 8);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(name.length, 22);
    const listed = Buffer.alloc(14);
    listed.writeUInt32LE(offset, 10);
    list.push(uint32(ENTRY), uint16(VERSION), about, listed, name);
    const file = [uint32(HEADER), about, name, body];
    pieces.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const entries = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, entries, end]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
