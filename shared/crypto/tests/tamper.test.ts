import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectId, SymmetricKey } from '../brand.ts';
import { type Bytes, concat } from '../bytes.ts';
import { CHUNK_BYTES, COBBLESTONE_HEADER_BYTES, SEALED_CHUNK_BYTES } from '../cobblestone.ts';
import { open, openStream, type SealedObject, seal } from '../envelope.ts';
import { CryptoError } from '../error.ts';
import {
  dataLength,
  equal,
  IN_FLIGHT_BYTES,
  randomKey,
  randomObject,
  role,
  someBytes,
} from './arbitraries.ts';
import { streamBytes } from './streams.ts';

const BODY_START = 7 + COBBLESTONE_HEADER_BYTES;
const key = randomKey();
const object = randomObject('wrap');

/** Lengths whose chunks fill batches exactly, nearly, and over several rounds of batches. */
const LENGTHS = [
  2 * CHUNK_BYTES,
  4 * CHUNK_BYTES - 1,
  4 * CHUNK_BYTES,
  5 * CHUNK_BYTES + 7,
  IN_FLIGHT_BYTES + CHUNK_BYTES,
];

describe.each(LENGTHS)('the chunks of %i bytes', (length) => {
  const data = someBytes(length);
  const sealed = seal(key, object, data);
  const chunks = sealed.then(splitChunks);

  it('in another order', async () => {
    const all = await chunks;
    for (let i = 1; i < all.length; i++) {
      const swapped = all.toSpliced(i - 1, 2, all[i] as Bytes, all[i - 1] as Bytes);
      await expectRefused(join(await sealed, swapped), data);
    }
    await expectRefused(join(await sealed, all.toReversed()), data);
  });

  it('one missing', async () => {
    const all = await chunks;
    for (let i = 0; i < all.length; i++)
      await expectRefused(join(await sealed, all.toSpliced(i, 1)), data);
  });

  it('one twice', async () => {
    const all = await chunks;
    for (let i = 0; i < all.length; i++) {
      const one = all[i] as Bytes;
      await expectRefused(join(await sealed, all.toSpliced(i, 0, one)), data);
      await expectRefused(join(await sealed, [...all, one]), data);
    }
  });

  it('cut at, before and behind every boundary', async () => {
    const all = await sealed;
    for (let at = BODY_START; at < all.length; at += SEALED_CHUNK_BYTES) {
      for (const end of [at - 1, at, at + 1, at + 15, at + 16, at + 17])
        if (end < all.length) await expectRefused(all.subarray(0, end), data);
    }
  });

  it('taken from another message under the same key', async () => {
    const all = await chunks;
    const others = splitChunks(await seal(key, object, data));
    for (let i = 0; i < all.length; i++) {
      const spliced = all.with(i, others[i] as Bytes);
      await expectRefused(join(await sealed, spliced), data);
    }
  });
});

describe('any message', () => {
  it('with a bit flipped', async () => {
    const property = fc.asyncProperty(dataLength, fc.nat(), fc.nat(7), async (length, at, bit) => {
      const data = someBytes(length);
      const sealed = await seal(key, object, data);
      const place = at % sealed.length;
      sealed[place] = (sealed[place] as number) ^ (1 << bit);
      await expectRefused(sealed, data);
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it('cut anywhere, or with bytes behind it', async () => {
    const property = fc.asyncProperty(dataLength, fc.nat(), async (length, at) => {
      const data = someBytes(length);
      const sealed = await seal(key, object, data);
      await expectRefused(sealed.subarray(0, at % sealed.length), data);
      await expectRefused(concat(sealed, someBytes(1 + (at % 40_000))), data);
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('opened as another role, id or version, or with another key', async () => {
    const bit = fc.tuple(fc.nat(15), fc.nat(7));
    const property = fc.asyncProperty(role, role, bit, bit, async (mine, other, id, keyBit) => {
      const object = randomObject(mine, 5);
      const data = someBytes(300);
      const sealed = await seal(key, object, data);
      if (other !== mine) await expectRefused(sealed, data, { ...object, role: other });
      await expectRefused(sealed, data, { ...object, id: flip(object.id, id) as ObjectId });
      await expectRefused(sealed, data, { ...object, version: 4 });
      await expectRefused(sealed, data, { ...object, version: 5 + 2 ** 32 });
      await expectRefused(sealed, data, object, flip(key, keyBit) as SymmetricKey);
      expect(equal(await open(key, object, sealed), data)).toBe(true);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

function splitChunks(envelope: Bytes): Bytes[] {
  const chunks: Bytes[] = [];
  for (let at = BODY_START; at < envelope.length; at += SEALED_CHUNK_BYTES)
    chunks.push(envelope.slice(at, at + SEALED_CHUNK_BYTES));
  return chunks;
}

function join(envelope: Bytes, chunks: readonly Bytes[]): Bytes {
  return concat(envelope.subarray(0, BODY_START), ...chunks);
}

function flip(bytes: Bytes, [at, bit]: readonly [number, number]): Bytes {
  return bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte));
}

/** One shot gives nothing; a stream gives at most a true beginning, then its error, then nothing more. */
async function expectRefused(
  envelope: Bytes,
  data: Bytes,
  as: SealedObject = object,
  under: SymmetricKey = key,
): Promise<void> {
  await expect(open(under, as, envelope)).rejects.toMatchObject({ code: 'cannot-open' });
  const stream = openStream(under, as, streamBytes(envelope));
  const blocks: Uint8Array[] = [];
  let error: unknown;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      blocks.push(value);
    }
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(CryptoError);
  expect((error as CryptoError).code).toBe('cannot-open');
  await expect(reader.read()).rejects.toBe(error);
  const given = concat(...blocks);
  expect(given.length).toBeLessThanOrEqual(data.length);
  expect(equal(given, data.subarray(0, given.length))).toBe(true);
}
