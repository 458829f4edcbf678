/* Ciphertext above 64 KiB: one R2 object for each share, under the share's id and nothing else. */

export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** The bytes of a share's content, or `null` where they are gone. `range` `null` means all. */
export async function openContent(
  bucket: R2Bucket,
  id: string,
  range: ByteRange | null,
): Promise<ReadableStream | null> {
  const object = await bucket.get(id, range === null ? {} : { range });
  return object?.body ?? null;
}

export interface Part {
  readonly id: string;
  readonly uploadId: string;
  readonly n: number;
  /** Exact length in bytes. */
  readonly length: number;
}

/**
 * Streams one part of an upload to R2.
 * @returns its etag, or `null` when `body` is longer or shorter than it must be
 */
export async function uploadPart(
  bucket: R2Bucket,
  { id, uploadId, n, length }: Part,
  body: ReadableStream<Uint8Array>,
): Promise<string | null> {
  const { readable, writable } = new FixedLengthStream(length);
  const [copied, stored] = await Promise.allSettled([
    copyExactly(body, writable, length),
    bucket.resumeMultipartUpload(id, uploadId).uploadPart(n, readable),
  ]);
  if (copied.status === 'fulfilled' && !copied.value) return null;
  if (stored.status === 'rejected') throw stored.reason;
  return stored.value.etag;
}

/** Whether `from` had exactly `length` bytes; if not, `to` is aborted. */
async function copyExactly(
  from: ReadableStream<Uint8Array>,
  to: WritableStream<Uint8Array>,
  length: number,
): Promise<boolean> {
  const writer = to.getWriter();
  // Whatever breaks shows up in a write, a close, or at R2.
  writer.closed.catch(() => {});
  let copied = 0;
  try {
    // What is too much is left to be discarded: its sender is to read why it was refused.
    for await (const chunk of from.values({ preventCancel: true })) {
      copied += chunk.length;
      if (copied > length) break;
      await writer.write(chunk);
    }
    if (copied === length) await writer.close();
    else await writer.abort('wrong length');
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return copied === length;
}
