import { type Bytes, concat, utf8 } from '../crypto/bytes.ts';

/* Bodies that are JSON and sealed bytes at once: length of the JSON u32 | JSON | bytes, one after the other. */

const LENGTH_BYTES = 4;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

export function encodeFrames(header: unknown, bodies: readonly Uint8Array[]): Bytes {
  const json = utf8(JSON.stringify(header));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, json.length);
  return concat(length, json, ...bodies);
}

/**
 * The JSON, not checked, and the bytes behind it.
 * @throws {RangeError | SyntaxError | TypeError} where it is no such body
 */
export function decodeFrames(bytes: Uint8Array<ArrayBuffer>): { header: unknown; rest: Bytes } {
  if (bytes.length < LENGTH_BYTES) throw new RangeError('Too short.');
  const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (bytes.length < end) throw new RangeError('Too short.');
  const json = decoder.decode(bytes.subarray(LENGTH_BYTES, end));
  return { header: JSON.parse(json), rest: bytes.subarray(end) };
}

/**
 * `bytes` cut into pieces of these lengths.
 * @throws {RangeError} where they are not as long together
 */
export function cutBodies(bytes: Bytes, lengths: readonly number[]): readonly Bytes[] {
  let at = 0;
  const bodies = lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
  if (at !== bytes.length) throw new RangeError('Other lengths.');
  return bodies;
}
