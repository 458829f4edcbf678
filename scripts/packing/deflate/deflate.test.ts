import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../root.ts';
import { deflateSmall } from './deflate.ts';

test('any bytes come back', () => {
  const repetitive = fc
    .array(
      fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 })),
    )
    .map((parts) => Buffer.concat(parts.flatMap(([part, times]) => Array(times).fill(part))));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), repetitive), (data) => {
      expect(Buffer.compare(inflateRawSync(deflateSmall(data)), data)).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('text becomes smaller than with zlib', () => {
  const text = readFileSync(resolve(ROOT, 'package-lock.json')).subarray(0, 30_000);
  const small = deflateSmall(text);
  expect(inflateRawSync(small).equals(text)).toBe(true);
  expect(small.length).toBeLessThan(deflateRawSync(text, { level: 9 }).length);
});
