import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../shared/crypto/bytes.ts';
import { deflate } from '../../shared/scene/formats/compressed.ts';
import { readStoredZip } from './read-stored-zip.ts';
import { ZipWriter } from './write-zip.ts';

const LIMITS = { bytes: 10_000, files: 5 };
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['a/text.json', utf8('{"a":1}')],
  ['grüße.txt', utf8('x'.repeat(3000))],
  ['empty', new Uint8Array()],
];

function write(files: typeof FILES) {
  const zip = new ZipWriter();
  for (const [path, bytes] of files) zip.add(path, bytes);
  return new Uint8Array(Buffer.concat(zip.end()));
}

describe('a ZIP of ours', () => {
  it('is read by another tool, what is compressed in it too', async () => {
    const zip = new ZipWriter();
    const [, text = new Uint8Array()] = FILES[1] ?? [];
    for (const [path, bytes] of FILES) zip.add(path, bytes);
    const packed = await deflate(new Uint8Array(text), 'raw');
    zip.add('packed', text, packed);
    expect(packed.length).toBeLessThan(100);
    const read = unzipSync(concat(...zip.end()));
    expect(Object.entries(read)).toEqual([...FILES, ['packed', text]]);
  });

  it('is read again, stored files only', () => {
    expect([...readStoredZip(write(FILES), LIMITS)]).toEqual(FILES);
    const other = zipSync({
      stored: [strToU8('kept'), { level: 0 }],
      packed: strToU8('x'.repeat(99)),
    });
    expect([...readStoredZip(new Uint8Array(other), LIMITS)]).toEqual([['stored', utf8('kept')]]);
  });

  it('may have more files than 16 bits can count', () => {
    const many = Array.from({ length: 65_600 }, (_, i) => [`${i}`, utf8('')] as const);
    expect(readStoredZip(write(many), { bytes: 1, files: 1e6 }).size).toBe(many.length);
  });
});

describe('a ZIP of a stranger', () => {
  const zip = write(FILES);

  it('is refused when it is larger than it may be, or has more files', () => {
    expect(() => readStoredZip(zip, { ...LIMITS, bytes: 3006 })).toThrow(/too large/);
    expect(() => readStoredZip(zip, { ...LIMITS, files: 2 })).toThrow(/too large/);
  });

  it('is broken wherever it is cut off', () => {
    for (const length of [0, 1, 21, 100, zip.length - 23, zip.length - 1]) {
      expect(() => readStoredZip(zip.slice(0, length), LIMITS), `${length} bytes`).toThrow(
        /broken/,
      );
    }
  });

  it('throws nothing but what the reader says, whatever a byte of it is changed to', () => {
    for (let at = 0; at < zip.length; at++) {
      if (at > 200 && at < 3000) continue;
      const changed = zip.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      try {
        readStoredZip(changed, LIMITS);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(broken|too-large)$/) });
      }
    }
  });
});
