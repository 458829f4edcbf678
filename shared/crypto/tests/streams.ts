import { type Bytes, concat } from '../bytes.ts';
import { iterate } from '../stream.ts';

/** A stream that gives `bytes` in blocks of the lengths in `cuts`, again and again; made as it is read. */
export function streamBytes(
  bytes: Uint8Array,
  cuts: readonly number[] = [65_536],
): ReadableStream<Uint8Array> {
  let offset = 0;
  let turn = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (offset >= bytes.length) return controller.close();
        const length = cuts[turn++ % cuts.length] ?? bytes.length;
        controller.enqueue(bytes.subarray(offset, offset + length));
        offset += length;
      },
    },
    { highWaterMark: 0 },
  );
}

/** All that `stream` gives, in one piece. */
export async function collect(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  const blocks: Uint8Array[] = [];
  for await (const block of iterate(stream)) blocks.push(block);
  return concat(...blocks);
}
