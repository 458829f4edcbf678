import { ByteQueue } from './byte-queue.ts';
import type { Bytes } from './bytes.ts';
import {
  CHUNK_BYTES,
  COBBLESTONE_HEADER_BYTES,
  keysToOpen,
  type MessageKeys,
  openChunks,
  SEALED_CHUNK_BYTES,
  sealChunks,
} from './cobblestone.ts';

/**
 * How many chunks are under way in WebCrypto at once: 32 chunks of 16 KiB hide its latency and bound the
 * memory of a stream to about four times half a MiB (two batches, in and out).
 */
export const CHUNKS_IN_FLIGHT = 32;

/** Ciphertext of all that `source` gives, batch by batch. */
export async function* sealBatches(
  source: AsyncIterable<Uint8Array>,
  keys: MessageKeys,
): AsyncGenerator<Bytes, void> {
  yield keys.header;
  yield* transform(new ByteQueue(source), CHUNK_BYTES, (batch, first, final) =>
    sealChunks(keys, first, batch, final),
  );
}

/**
 * Plaintext of the ciphertext in `queue`, batch by batch. Nothing of it may be shown or saved
 * before the generator has ended.
 * @throws {CryptoError} `cannot-open`
 */
export async function* openBatches(
  queue: ByteQueue,
  key: Bytes,
  context: Bytes,
): AsyncGenerator<Bytes, void> {
  const keys = await keysToOpen(key, context, await queue.read(COBBLESTONE_HEADER_BYTES));
  yield* transform(queue, SEALED_CHUNK_BYTES, (batch, first, final) =>
    openChunks(keys, first, batch, final),
  );
}

type BatchJob = (batch: Bytes, firstChunk: number, final: boolean) => Promise<Bytes>;

/** Runs `job` on batches of full chunks and on the short rest, always one batch ahead of the reader. */
async function* transform(
  queue: ByteQueue,
  chunkBytes: number,
  job: BatchJob,
): AsyncGenerator<Bytes, void> {
  const batchBytes = chunkBytes * CHUNKS_IN_FLIGHT;
  let ahead: Promise<Bytes> | undefined;
  try {
    for (let first = 0, final = false; !final; first += CHUNKS_IN_FLIGHT) {
      const batch = await queue.read(batchBytes);
      final = batch.length < batchBytes;
      const current = job(batch, first, final);
      current.catch(() => {}); // awaited below, a turn later
      if (ahead) yield await ahead;
      ahead = current;
    }
    if (ahead) yield await ahead;
  } finally {
    await queue.close();
  }
}
