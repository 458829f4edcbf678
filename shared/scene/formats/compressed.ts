import { asBytes, type Bytes, concat } from '../../crypto/bytes.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

type Format = 'zlib' | 'raw';

/** Deflate makes at most 1032 bytes of one: between two looks at the limit come at most 16 MiB. */
const SLICE_BYTES = 16 * 2 ** 10;
/** Letters of base64 come in fours: some tools fill up the three bytes that they stand for with zeros. */
const MOST_FILLED_BYTES = 2;

/**
 * Unpacks deflate that may be a bomb.
 *
 * @param format `zlib` with a header (RFC 1950), `raw` without (RFC 1951)
 * @throws {ReadError} `broken`, `too-large`
 */
export async function inflateSafely(packed: Uint8Array, format: Format): Promise<Bytes> {
  for (let filled = 0; ; filled++) {
    try {
      return await inflate(packed.subarray(0, packed.length - filled), format);
    } catch (error) {
      if (error instanceof ReadError) throw error;
      // What is unpacked may end with a zero of its own, so none is cut off before it is needed.
      if (filled === MOST_FILLED_BYTES || packed.at(-1 - filled) !== 0)
        throw new ReadError('broken');
    }
  }
}

async function inflate(packed: Uint8Array, format: Format): Promise<Bytes> {
  const unpacker = new DecompressionStream(nameOf(format));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of sliced(asBytes(packed)).pipeThrough(unpacker)) {
    length += part.length;
    if (length > READ_LIMITS.inflatedBytes) throw new ReadError('too-large');
    parts.push(part);
  }
  return asBytes(concat(...parts));
}

/** `bytes` in pieces, each when it is asked for. */
function sliced(bytes: Bytes): ReadableStream<Bytes> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(start, start + SLICE_BYTES));
      start += SLICE_BYTES;
      if (start >= bytes.length) controller.close();
    },
  });
}

/** Packs by deflate: `zlib` with a header (RFC 1950), `raw` without (RFC 1951). */
export async function deflate(bytes: Bytes, format: Format): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream(nameOf(format)));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function nameOf(format: Format): CompressionFormat {
  return format === 'zlib' ? 'deflate' : 'deflate-raw';
}
