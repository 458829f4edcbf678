import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, u64 } from '../bytes.ts';
import { PaddingReader, pad, paddedLength, padme, unpad } from '../padding.ts';

const CANNOT_OPEN = expect.objectContaining({ code: 'cannot-open' });

/** Lengths near every step of Padmé up to 2^40, and small ones. */
const length = fc.oneof(
  fc.nat(20_000),
  fc
    .tuple(fc.integer({ min: 12, max: 40 }), fc.integer({ min: -40, max: 40 }))
    .map(([exponent, offset]) => 2 ** exponent + offset),
);

describe('lengths', () => {
  it('grow with the data, by at most 12 % above 4 KiB, and are fixed points', () => {
    fc.assert(
      fc.property(length, (n) => {
        const padded = paddedLength(n);
        expect(padded).toBeGreaterThanOrEqual(n + 8);
        expect(paddedLength(n + 1)).toBeGreaterThanOrEqual(padded);
        if (n > 4088) expect(padded / (n + 8)).toBeLessThanOrEqual(1.12);
        else expect(padded).toBe(4096);
        expect(padme(padded)).toBe(padded);
      }),
    );
  });

  it('of a message of 1 byte and of 3 KB are the same', () => {
    expect(paddedLength(1)).toBe(paddedLength(3000));
  });
});

describe('unpad', () => {
  const data = fc.oneof(fc.uint8Array({ maxLength: 50 }), fc.uint8Array({ maxLength: 9000 }));

  it('gives back what was padded, whatever the pieces', () => {
    fc.assert(
      fc.property(
        data,
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1 }),
        (d, cuts) => {
          const padded = pad(d);
          expect(padded.length).toBe(paddedLength(d.length));
          expect(unpad(padded)).toEqual(d);
          expect(readPieces(padded, cuts)).toEqual(d);
        },
      ),
    );
  });

  it('refuses one byte more or less, and any filler that is not zero', () => {
    fc.assert(
      fc.property(data, fc.nat(), fc.integer({ min: 1, max: 255 }), (d, at, value) => {
        const padded = pad(d);
        refuses(concat(padded, new Uint8Array(1)));
        refuses(padded.subarray(0, padded.length - 1));
        const filler = padded.length - 8 - d.length;
        fc.pre(filler > 0);
        padded[8 + d.length + (at % filler)] = value;
        refuses(padded);
      }),
    );
  });

  it('refuses lengths that do not fit, up to 2^64 - 1', () => {
    const lengths = fc.oneof(
      fc.bigInt({ min: 4089n, max: 2n ** 64n - 1n }),
      fc.constantFrom(2n ** 53n - 9n, 2n ** 53n - 8n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n),
    );
    fc.assert(fc.property(lengths, (n) => refuses(concat(u64(n), new Uint8Array(4088)))));
    for (let n = 0; n < 9; n++) refuses(new Uint8Array(n));
  });
});

function readPieces(padded: Bytes, cuts: readonly number[]): Bytes {
  const reader = new PaddingReader();
  const pieces: Bytes[] = [];
  for (let offset = 0, turn = 0; offset < padded.length; turn++) {
    const end = offset + (cuts[turn % cuts.length] as number);
    pieces.push(reader.push(padded.slice(offset, end)));
    offset = end;
  }
  reader.finish();
  return concat(...pieces);
}

function refuses(padded: Bytes): void {
  expect(() => unpad(padded)).toThrow(CANNOT_OPEN);
  expect(() => readPieces(padded, [1000])).toThrow(CANNOT_OPEN);
}
