import { deflateRawSync } from 'node:zlib';
import { deflateSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../crypto/bytes.ts';
import { inflateSafely } from './compressed.ts';

describe('inflateSafely', () => {
  it('unpacks both formats', () => {
    const bytes = utf8('Grüße '.repeat(10_000));
    expect(inflateSafely(deflateSync(bytes), 'raw')).toEqual(bytes);
    expect(inflateSafely(zlibSync(bytes), 'zlib')).toEqual(bytes);
    expect(inflateSafely(zlibSync(new Uint8Array()), 'zlib')).toEqual(new Uint8Array());
  });

  it('stops a bomb, and says what is broken', () => {
    const bomb = deflateRawSync(new Uint8Array(64_000_000));
    expect(bomb.length).toBeLessThan(300_000);
    expect(() => inflateSafely(bomb, 'raw')).toThrow(/too large/);
    const whole = zlibSync(utf8('abc'.repeat(1000)));
    expect(() => inflateSafely(whole.subarray(0, 10), 'zlib')).toThrow(/broken/);
    expect(() => inflateSafely(utf8('this is no deflate'), 'raw')).toThrow(/broken/);
    expect(() => inflateSafely(new Uint8Array(), 'raw')).toThrow(/broken/);
  });
});
