import { ByteQueue } from './byte-queue.ts';
import type { Bytes } from './bytes.ts';
import {
  CHUNK_BYTES,
  COBBLESTONE_HEADER_BYTES,
  keysToOpen,
  type MessageKeys,
  openChunk,
  SEALED_CHUNK_BYTES,
  sealChunk,
} from './cobblestone.ts';
import type { Batches } from './stream.ts';

/** Many chunks are under way in WebCrypto at once, which hides its latency and bounds the memory of a stream. */
export const CHUNKS_IN_FLIGHT = 32;
/** While one batch is handed on, the next one is under way; whoever reads is woken once for each. */
const CHUNKS_IN_BATCH = CHUNKS_IN_FLIGHT / 2;

/** The sealed chunks of all that `source` gives, in batches; `keys.header` goes before them. */
export function sealEach(source: AsyncIterable<Uint8Array>, keys: MessageKeys): Batches {
  return transform(new ByteQueue(source), CHUNK_BYTES, (chunk, index) =>
    sealChunk(keys, index, chunk),
  );
}

/**
 * Plaintext of the ciphertext in `queue`, batches of chunks. Nothing of it may be shown or saved
 * before the generator has ended.
 * @throws {CryptoError} `cannot-open`, the generator too
 */
export async function openEach(queue: ByteQueue, key: Bytes, context: Bytes): Promise<Batches> {
  const keys = await keysToOpen(key, context, await queue.read(COBBLESTONE_HEADER_BYTES));
  return transform(queue, SEALED_CHUNK_BYTES, (chunk, index) => openChunk(keys, index, chunk));
}

/**
 * Runs `job` on full chunks and on the shorter last one, several at once, and gives their results in order. A chunk is
 * `job`'s only until it returns: WebCrypto has copied it by then.
 */
async function* transform(
  queue: ByteQueue,
  chunkBytes: number,
  job: (chunk: Bytes, index: number) => Promise<Bytes>,
): Batches {
  const room = new Uint8Array(chunkBytes);
  const underWay: Promise<Bytes>[] = [];
  let chunk: Bytes;
  let index = 0;
  do {
    chunk = await queue.read(chunkBytes, room);
    const made = job(chunk, index++);
    made.catch(() => {}); // awaited below, some turns later, or not at all where the source breaks off
    underWay.push(made);
    if (underWay.length === CHUNKS_IN_FLIGHT)
      yield Promise.all(underWay.splice(0, CHUNKS_IN_BATCH));
  } while (chunk.length === chunkBytes);
  yield Promise.all(underWay);
}
