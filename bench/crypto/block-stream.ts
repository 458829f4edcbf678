/** `bytes` in blocks of 64 KiB, as a network or a disk gives them; made as it is read. */
export function streamBlocks(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (offset >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(offset, offset + BLOCK_BYTES));
        offset += BLOCK_BYTES;
      },
    },
    { highWaterMark: 0 },
  );
}

/** `length` bytes out of one block of 64 KiB that is given again and again, so that the input costs nothing. */
export function repeatBlock(length: number): ReadableStream<Uint8Array> {
  const block = crypto.getRandomValues(new Uint8Array(BLOCK_BYTES));
  let rest = length;
  return new ReadableStream(
    {
      pull(controller) {
        if (rest === 0) return controller.close();
        controller.enqueue(block.subarray(0, rest));
        rest -= Math.min(rest, BLOCK_BYTES);
      },
    },
    { highWaterMark: 0 },
  );
}

const BLOCK_BYTES = 64 * 1024;
