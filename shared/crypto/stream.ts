import type { Bytes } from './bytes.ts';

/** Common to all work that takes a while. */
export interface WorkOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes of plaintext done so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** Blocks, some at a time. */
export type Batches = AsyncGenerator<readonly Bytes[], void>;

/** The blocks of `stream`; ends its reading when the loop is left. (Safari has no async iterator on streams.) */
export async function* iterate(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    yield* blocksOf(reader);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* blocksOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/**
 * A stream of the blocks that `made` gives, some at a time, made as they are read. An error, a cancel and the signal
 * call `letGo` at once, even while `made` is waiting for something.
 */
export function streamOf(
  made: Batches,
  letGo: (reason: unknown) => Promise<unknown> = () => made.return(),
  signal?: AbortSignal,
): ReadableStream<Bytes> {
  let abort = () => {};
  const stop = async (reason: unknown) => {
    signal?.removeEventListener('abort', abort);
    await letGo(reason).catch(() => {});
  };
  return new ReadableStream<Bytes>(
    {
      start(controller) {
        abort = () => {
          controller.error(signal?.reason);
          stop(signal?.reason);
        };
        if (signal?.aborted) abort();
        else signal?.addEventListener('abort', abort);
      },
      async pull(controller) {
        try {
          const { done, value } = await made.next();
          if (done) {
            signal?.removeEventListener('abort', abort);
            controller.close();
          } else {
            for (const block of value) controller.enqueue(block);
          }
        } catch (error) {
          stop(error);
          throw error;
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}

/** A stream of what `work` makes of the blocks of `source`; see `streamOf`. */
export function transformStream(
  source: ReadableStream<Uint8Array>,
  work: (blocks: AsyncIterable<Uint8Array>) => Batches,
  signal?: AbortSignal,
): ReadableStream<Bytes> {
  const reader = source.getReader();
  return streamOf(work(blocksOf(reader)), (reason) => reader.cancel(reason), signal);
}

/** Passes `source` on and reports how many bytes of it are done. */
export async function* countBytes<Block extends Uint8Array>(
  source: AsyncIterable<Block>,
  onProgress?: (bytes: number) => void,
): AsyncGenerator<Block, void> {
  let bytes = 0;
  for await (const block of source) {
    bytes += block.length;
    yield block;
    onProgress?.(bytes);
  }
}
