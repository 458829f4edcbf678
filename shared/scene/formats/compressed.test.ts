import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../crypto/bytes.ts';
import { inflateSafely } from './compressed.ts';
import { READ_LIMITS } from './read-limits.ts';

describe('inflateSafely', () => {
  const bytes = utf8('Grüße '.repeat(10_000));

  it('unpacks both formats', async () => {
    expect(await inflateSafely(deflateRawSync(bytes), 'raw')).toEqual(bytes);
    expect(await inflateSafely(deflateSync(bytes), 'zlib')).toEqual(bytes);
    expect(await inflateSafely(deflateSync(new Uint8Array()), 'zlib')).toEqual(new Uint8Array());
    const most = new Uint8Array(READ_LIMITS.inflatedBytes);
    expect((await inflateSafely(deflateRawSync(most), 'raw')).length).toBe(most.length);
  });

  it.each([1, 2])('leaves out %i zeros that fill up three bytes', async (count) => {
    const zeros = new Uint8Array(count);
    expect(await inflateSafely(concat(deflateRawSync(bytes), zeros), 'raw')).toEqual(bytes);
    expect(await inflateSafely(concat(deflateSync(bytes), zeros), 'zlib')).toEqual(bytes);
  });

  it('keeps zeros that belong to what is packed', async () => {
    const own = Uint8Array.of(255);
    const packed = deflateSync(own);
    expect(packed.at(-1)).toBe(0);
    expect(await inflateSafely(packed, 'zlib')).toEqual(own);
    expect(await inflateSafely(concat(packed, new Uint8Array(2)), 'zlib')).toEqual(own);
  });

  it('stops a bomb, and says what is broken', async () => {
    const bomb = deflateRawSync(new Uint8Array(64_000_000));
    expect(bomb.length).toBeLessThan(300_000);
    await expect(inflateSafely(bomb, 'raw')).rejects.toThrow(/too large/);
    const whole = deflateSync(utf8('abc'.repeat(1000)));
    const broken = [
      [whole.subarray(0, 10), 'zlib'],
      [utf8('this is no deflate'), 'raw'],
      [new Uint8Array(), 'raw'],
      [new Uint8Array(3), 'zlib'],
      [concat(whole, new Uint8Array(3)), 'zlib'],
      [concat(whole, utf8('more')), 'zlib'],
    ] as const;
    for (const [packed, format] of broken) {
      await expect(inflateSafely(packed, format)).rejects.toThrow(/broken/);
    }
  });
});
