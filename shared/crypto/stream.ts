import type { Bytes } from './bytes.ts';

/** Common to all work that takes a while. */
export interface WorkOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes of plaintext done so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** The blocks of `stream`; ends its reading when the loop is left. (Safari has no async iterator on streams.) */
export async function* iterate(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => {});
  }
}

/** A stream of what `source` gives, made as it is read. */
export function streamOf(source: AsyncGenerator<Bytes, void>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await source.return();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Passes `source` on, counts its bytes, and stops with the signal's reason. */
export async function* watch<Block extends Uint8Array>(
  source: AsyncIterable<Block>,
  { signal, onProgress }: WorkOptions,
): AsyncGenerator<Block, void> {
  let bytes = 0;
  for await (const block of source) {
    signal?.throwIfAborted();
    bytes += block.length;
    yield block;
    onProgress?.(bytes);
  }
}
