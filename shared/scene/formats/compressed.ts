import { Inflate, Unzlib } from 'fflate';
import { asBytes, type Bytes, concat } from '../../crypto/bytes.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

/** Deflate makes at most 1032 bytes of one: between two looks at the limit come at most 16 MiB. */
const SLICE_BYTES = 16 * 2 ** 10;

/**
 * Unpacks deflate that may be a bomb.
 *
 * @param format `zlib` with a header (RFC 1950), `raw` without (RFC 1951)
 * @throws {ReadError} `broken`, `too-large`
 */
export function inflateSafely(packed: Uint8Array, format: 'zlib' | 'raw'): Bytes {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const take = (part: Uint8Array, isLast: boolean) => {
    length += part.length;
    if (length > READ_LIMITS.inflatedBytes) throw new ReadError('too-large');
    parts.push(part);
    isWhole ||= isLast;
  };
  const stream = format === 'zlib' ? new Unzlib(take) : new Inflate(take);
  try {
    for (let start = 0; start < packed.length; start += SLICE_BYTES) {
      const end = start + SLICE_BYTES;
      stream.push(packed.subarray(start, end), end >= packed.length);
    }
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError('broken');
  }
  if (!isWhole) throw new ReadError('broken');
  return asBytes(concat(...parts));
}

/** Packs by deflate: `zlib` with a header (RFC 1950), `raw` without (RFC 1951). */
export async function deflate(bytes: Bytes, format: 'zlib' | 'raw'): Promise<Bytes> {
  const packer = new CompressionStream(format === 'zlib' ? 'deflate' : 'deflate-raw');
  const packed = new Blob([bytes]).stream().pipeThrough(packer);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
