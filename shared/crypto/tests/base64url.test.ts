import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../base64url.ts';

const INVALID = { code: 'invalid-encoding' };

describe('base64url', () => {
  it('agrees with Node both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(text)).toEqual(bytes);
        expect(decodeBase64url(text, bytes.length)).toEqual(bytes);
      }),
    );
  });

  it('accepts of any text exactly what it would write itself', () => {
    const letters = fc.constantFrom(...'AQgwZaz09-_+/= \n\u00e9\u0141');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        const bytes = Buffer.from(text, 'base64url');
        if (bytes.toString('base64url') === text) {
          expect(Buffer.from(decodeBase64url(text)).equals(bytes)).toBe(true);
        } else {
          expect(() => decodeBase64url(text)).toThrow(expect.objectContaining(INVALID));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses another length than was asked for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, length) => {
        fc.pre(bytes.length !== length);
        const text = encodeBase64url(bytes);
        expect(() => decodeBase64url(text, length)).toThrow(expect.objectContaining(INVALID));
      }),
    );
  });
});
