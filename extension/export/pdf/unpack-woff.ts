import { unzlibSync } from 'fflate';
import type { Bytes } from '../../../shared/crypto/bytes.ts';

/* WOFF 1.0 (W3C): a font file whose tables are compressed each on its own. */

const WOFF_HEAD_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;
const SFNT_HEAD_BYTES = 12;
const SFNT_ENTRY_BYTES = 16;
const SIGNATURE = 0x774f4646;

/** The TrueType or OpenType font in a WOFF file of our own. */
export function unpackWoff(woff: Uint8Array): Bytes {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== SIGNATURE) throw new Error('This is no WOFF file');
  const count = view.getUint16(12);
  const font = new Uint8Array(view.getUint32(16));
  const out = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, count);
  out.setUint16(6, power * 16);
  out.setUint16(8, Math.log2(power));
  out.setUint16(10, count * 16 - power * 16);
  let end = SFNT_HEAD_BYTES + count * SFNT_ENTRY_BYTES;
  for (let i = 0; i < count; i++) {
    const entry = WOFF_HEAD_BYTES + i * WOFF_ENTRY_BYTES;
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((at) =>
      view.getUint32(entry + at),
    ) as [number, number, number, number, number];
    const data = woff.subarray(offset, offset + packed);
    font.set(packed < length ? unzlibSync(data) : data, end);
    const own = SFNT_HEAD_BYTES + i * SFNT_ENTRY_BYTES;
    for (const [at, value] of [tag, checksum, end, length].entries()) {
      out.setUint32(own + at * 4, value);
    }
    end += Math.ceil(length / 4) * 4;
  }
  return font;
}
