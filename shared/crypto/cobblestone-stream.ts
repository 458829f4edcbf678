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

/*
 * Many chunks are under way in WebCrypto at once, which hides its latency and bounds the memory of a stream.
 * Their bytes travel in batches of 64 KiB: smaller ones cost turns, larger ones cost fresh memory pages.
 */
const BATCH_CHUNKS = 4;
const BATCHES_IN_FLIGHT = 8;
export const CHUNKS_IN_FLIGHT = BATCH_CHUNKS * BATCHES_IN_FLIGHT;

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

/** Runs `job` on batches of full chunks and on the short rest, several at once, and gives them in order. */
async function* transform(
  queue: ByteQueue,
  chunkBytes: number,
  job: BatchJob,
): AsyncGenerator<Bytes, void> {
  // WebCrypto copies what it is given before it returns, so that one buffer serves all batches.
  const buffer = new Uint8Array(chunkBytes * BATCH_CHUNKS);
  const underWay: Promise<Bytes>[] = [];
  for (let first = 0, final = false; !final; first += BATCH_CHUNKS) {
    const batch = await queue.readInto(buffer);
    final = batch.length < buffer.length;
    const made = job(batch, first, final);
    made.catch(() => {}); // awaited below, some turns later
    underWay.push(made);
    if (underWay.length === BATCHES_IN_FLIGHT) yield (await underWay.shift()) as Bytes;
  }
  for (const made of underWay) yield await made;
}
