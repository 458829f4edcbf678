import { describe, expect, it } from 'vitest';
import type { SymmetricKey } from '../brand.ts';
import { type Bytes, randomBytes } from '../bytes.ts';
import { openStream, seal, sealStream } from '../envelope.ts';
import { iterate, type WorkOptions } from '../stream.ts';
import { IN_FLIGHT_BYTES, randomKey, randomObject, someBytes } from './arbitraries.ts';
import { collect, streamBytes } from './streams.ts';

const BLOCK_BYTES = 65_536;
const LENGTH = 4 * IN_FLIGHT_BYTES;
const key = randomKey();
const object = randomObject('content');
const data = someBytes(LENGTH);
const sealed = await seal(key, object, data);

/** Both directions, each over a source that says what happened to it. */
const WAYS = [
  {
    way: 'sealStream',
    input: data,
    start: (source: ReadableStream<Uint8Array>, options?: WorkOptions) =>
      sealStream(key, object, source, LENGTH, options),
  },
  {
    way: 'openStream',
    input: sealed,
    start: (source: ReadableStream<Uint8Array>, options?: WorkOptions) =>
      openStream(key, object, source, options),
  },
];

interface Watched {
  readonly stream: ReadableStream<Uint8Array>;
  /** Bytes given so far. */
  given: number;
  /** Reasons with which it was cancelled. */
  readonly cancels: unknown[];
}

/** Gives `bytes`, up to `stallAt`, and then keeps its reader waiting. */
function watchSource(bytes: Bytes, stallAt = Number.POSITIVE_INFINITY): Watched {
  const watched: Watched = {
    given: 0,
    cancels: [],
    stream: new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (watched.given >= stallAt) return new Promise<void>(() => {});
          if (watched.given >= bytes.length) return controller.close();
          const block = bytes.subarray(watched.given, watched.given + BLOCK_BYTES);
          watched.given += block.length;
          controller.enqueue(block);
        },
        cancel(reason) {
          watched.cancels.push(reason);
        },
      },
      { highWaterMark: 0 },
    ),
  };
  return watched;
}

describe.each(WAYS)('$way', ({ input, start }) => {
  it('reads only as far ahead of its reader as it has chunks in flight', async () => {
    const source = watchSource(input);
    const stream = start(source.stream);
    expect(source.given).toBe(0);
    let taken = 0;
    let ahead = 0;
    for await (const block of iterate(stream)) {
      taken += block.length;
      await new Promise((resolve) => setTimeout(resolve, 1));
      ahead = Math.max(ahead, source.given - taken);
    }
    expect(ahead).toBeGreaterThan(IN_FLIGHT_BYTES / 2);
    expect(ahead).toBeLessThanOrEqual(IN_FLIGHT_BYTES + 2 * BLOCK_BYTES);
  });

  it.each([0, 1, 2, 3, 10])(
    'lets go of its source when cancelled after %i blocks',
    async (blocks) => {
      const source = watchSource(input);
      const reader = start(source.stream).getReader();
      for (let i = 0; i < blocks; i++) expect((await reader.read()).done).toBe(false);
      const given = source.given;
      await reader.cancel('enough');
      expect(source.cancels).toEqual(['enough']);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(source.given).toBe(given);
    },
  );

  it('lets go of a source that keeps it waiting when cancelled', async () => {
    const source = watchSource(input, 3 * BLOCK_BYTES);
    const reader = start(source.stream).getReader();
    const reads = readAll(reader);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await reader.cancel('enough');
    expect(source.cancels).toEqual(['enough']);
    await reads;
  });

  it('stops with the signal’s reason, also while its source keeps it waiting', async () => {
    const abort = new AbortController();
    const source = watchSource(input, 3 * BLOCK_BYTES);
    const reader = start(source.stream, { signal: abort.signal }).getReader();
    const reads = readAll(reader);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const reason = new Error('the reader left');
    abort.abort(reason);
    await expect(reads).rejects.toBe(reason);
    await expect(reader.read()).rejects.toBe(reason);
    expect(source.cancels).toEqual([reason]);
  });

  it('stops between two reads', async () => {
    const abort = new AbortController();
    const source = watchSource(input);
    const reader = start(source.stream, { signal: abort.signal }).getReader();
    await reader.read();
    await reader.read();
    abort.abort();
    const given = source.given;
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' });
    expect(source.cancels.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(source.given).toBe(given);
  });

  it('reads nothing under a signal that says stop from the start', async () => {
    const source = watchSource(input);
    const stream = start(source.stream, { signal: AbortSignal.abort() });
    await expect(collect(stream)).rejects.toMatchObject({ name: 'AbortError' });
    expect({ ...source, stream: null }).toMatchObject({
      given: 0,
      cancels: [{ name: 'AbortError' }],
    });
  });

  it('is done with the signal once it has ended', async () => {
    const abort = new AbortController();
    const source = watchSource(input);
    await collect(start(source.stream, { signal: abort.signal }));
    abort.abort();
    expect(source.cancels).toEqual([]);
  });

  it('fails with the error of its source, not with one of ours', async () => {
    const broken = new Error('the connection broke');
    let blocks = 0;
    const source = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (blocks++ < 20) controller.enqueue(input.subarray((blocks - 1) * 100, blocks * 100));
        else controller.error(broken);
      },
    });
    await expect(collect(start(source))).rejects.toBe(broken);
  });

  it('reports progress that only grows and ends at the length', async () => {
    const seen: number[] = [];
    await collect(
      start(streamBytes(input, [70_000, 1, 30_000]), { onProgress: (n) => seen.push(n) }),
    );
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(LENGTH);
  });
});

describe('what fails lets go of the source', () => {
  it.each([
    [
      'a short key',
      data,
      'invalid-key',
      (source: ReadableStream<Uint8Array>) => {
        return sealStream(randomBytes(31) as SymmetricKey, object, source, LENGTH);
      },
    ],
    [
      'more than it said',
      data,
      'invalid-content',
      (source: ReadableStream<Uint8Array>) => {
        return sealStream(key, object, source, LENGTH - 1);
      },
    ],
    [
      'no envelope',
      data,
      'cannot-open',
      (source: ReadableStream<Uint8Array>) => {
        return openStream(key, object, source);
      },
    ],
    [
      'another key',
      sealed,
      'cannot-open',
      (source: ReadableStream<Uint8Array>) => {
        return openStream(randomKey(), object, source);
      },
    ],
    [
      'another object',
      sealed,
      'cannot-open',
      (source: ReadableStream<Uint8Array>) => {
        return openStream(key, randomObject('meta'), source);
      },
    ],
  ] as const)('%s', async (_, input, code, start) => {
    const source = watchSource(input);
    await expect(collect(start(source.stream))).rejects.toMatchObject({ code });
    expect(source.cancels).toMatchObject([{ code }]);
  });

  it('less than it said', async () => {
    const stream = sealStream(key, object, streamBytes(data), LENGTH + 1);
    await expect(collect(stream)).rejects.toMatchObject({ code: 'invalid-content' });
  });
});

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
