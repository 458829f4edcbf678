import type { ObjectId, Ticket } from '../../crypto/brand.ts';
import type { Bytes } from '../../crypto/bytes.ts';
import { type Batches, iterate, streamOf } from '../../crypto/stream.ts';
import { RANGE_MAX_BYTES } from '../limits.ts';
import { UnreachableError } from './api-error.ts';
import { request, sharePath } from './request.ts';
import { isPassing, sleep, waitMs } from './retry.ts';

export interface DownloadOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes of ciphertext received so far. */
  readonly onReceived?: (bytes: number) => void;
  /** The connection broke. It is tried again after `waitMs`, or at once when `resume` is called. */
  readonly onInterrupted?: (waitMs: number, resume: () => void) => void;
}

/**
 * The content's envelope, read in ranges with a ticket. A broken connection is taken up again where it broke,
 * for as long as the server knows the ticket.
 * @throws {ApiError} through the stream, when the ticket has ended
 */
export function downloadContent(
  origin: string,
  id: ObjectId,
  ticket: Ticket,
  contentLength: number,
  options: DownloadOptions = {},
): ReadableStream<Bytes> {
  const { signal, onReceived, onInterrupted } = options;
  async function* blocks(): Batches {
    let received = 0;
    let failures = 0;
    while (received < contentLength) {
      try {
        const last = Math.min(received + RANGE_MAX_BYTES, contentLength) - 1;
        const range = { first: received, last };
        const options = { bearer: ticket, range, signal };
        const response = await request(origin, sharePath(id, '/content'), options);
        if (response.status !== 206 || !response.body) throw new UnreachableError('no range');
        for await (const block of bodyBlocks(response.body, signal)) {
          received += block.length;
          failures = 0;
          if (received > last + 1) throw new RangeError('The server sent more than was asked for.');
          yield [block as Bytes];
          onReceived?.(received);
        }
      } catch (error) {
        if (!isPassing(error)) throw error;
        const wait = waitMs(failures++, error);
        await interruptibleSleep(wait, signal, onInterrupted);
      }
    }
  }
  return streamOf(blocks());
}

async function* bodyBlocks(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* iterate(body);
  } catch (error) {
    signal?.throwIfAborted();
    throw new UnreachableError(error);
  }
}

async function interruptibleSleep(
  ms: number,
  signal: AbortSignal | undefined,
  onInterrupted: DownloadOptions['onInterrupted'],
): Promise<void> {
  const resumed = new AbortController();
  const either = signal ? AbortSignal.any([signal, resumed.signal]) : resumed.signal;
  onInterrupted?.(ms, () => resumed.abort());
  await sleep(ms, either).catch(() => signal?.throwIfAborted());
}
