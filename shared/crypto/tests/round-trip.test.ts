import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '../cobblestone.ts';
import { envelopeLength, open, openStream, seal, sealStream } from '../envelope.ts';
import {
  BOUNDARY_LENGTHS,
  cuts,
  dataLength,
  equal,
  randomKey,
  randomObject,
  role,
  someBytes,
} from './arbitraries.ts';
import { collect, streamBytes } from './streams.ts';

describe.each(['content', 'wrap'] as const)('%s, at every boundary', (role) => {
  it.each(BOUNDARY_LENGTHS)('%i bytes: one shot and stream agree both ways', async (length) => {
    const key = randomKey();
    const object = randomObject(role);
    const data = someBytes(length);
    const atOnce = await seal(key, object, data);
    const inBlocks = await collect(sealStream(key, object, streamBytes(data), length));
    expect(inBlocks.length).toBe(atOnce.length);
    expect(envelopeLength(role, length)).toBe(atOnce.length);
    expect(equal(inBlocks, atOnce)).toBe(false);
    for (const envelope of [atOnce, inBlocks]) {
      expect(equal(await open(key, object, envelope), data)).toBe(true);
      const opened = await collect(openStream(key, object, streamBytes(envelope)));
      expect(equal(opened, data)).toBe(true);
    }
  });
});

it('any role, length and way to cut the streams', async () => {
  const property = fc.asyncProperty(role, dataLength, cuts, cuts, async (role, length, a, b) => {
    const key = randomKey();
    const object = randomObject(role, length);
    const data = someBytes(length);
    const sealed = await collect(sealStream(key, object, streamBytes(data, a), length));
    expect(sealed.length).toBe(envelopeLength(role, length));
    expect(equal(await open(key, object, sealed), data)).toBe(true);
    const opened = await collect(openStream(key, object, streamBytes(sealed, b)));
    expect(equal(opened, data)).toBe(true);
  });
  await fc.assert(property, { numRuns: 150 });
});

it('blocks of single bytes', async () => {
  const key = randomKey();
  const object = randomObject('content');
  const data = someBytes(CHUNK_BYTES + 1);
  const sealed = await collect(sealStream(key, object, streamBytes(data, [1, 0]), data.length));
  expect(equal(await open(key, object, sealed), data)).toBe(true);
  const opened = await collect(openStream(key, object, streamBytes(sealed, [1, 0])));
  expect(equal(opened, data)).toBe(true);
});

it('sources that use their buffer again for the next block', async () => {
  const key = randomKey();
  const object = randomObject('content');
  const data = someBytes(1_000_000);
  const sealed = await collect(sealStream(key, object, reusing(data), data.length));
  expect(equal(await open(key, object, sealed), data)).toBe(true);
  expect(equal(await collect(openStream(key, object, reusing(sealed))), data)).toBe(true);
});

/** Gives `bytes` in blocks that are all views of one buffer, overwritten at each read. */
function reusing(bytes: Uint8Array): ReadableStream<Uint8Array> {
  const buffer = new Uint8Array(50_000);
  let offset = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (offset >= bytes.length) return controller.close();
        const block = bytes.subarray(offset, offset + buffer.length);
        buffer.set(block);
        controller.enqueue(buffer.subarray(0, block.length));
        offset += block.length;
      },
    },
    { highWaterMark: 0 },
  );
}
