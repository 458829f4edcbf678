import { createHmac } from 'node:crypto';
import { KDF_HKDF_SHA256, KDF_HKDF_SHA384, KDF_HKDF_SHA512 } from 'hpke';
import { describe, expect, it } from 'vitest';
import { hkdf, hkdfExpand } from '../hkdf.ts';
import { fromHex, toHex } from './check.ts';
import { readWycheproof } from './published.ts';

interface HkdfTest {
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
}

const OUTPUT_BYTES = 32;

describe('HKDF of Wycheproof', () => {
  it('SHA-512, our expand alone', async (context) => {
    const tests = readWycheproof<HkdfTest>(context, 'wycheproof_hkdf_sha512_test.json');
    let valid = 0;
    for (const test of tests) {
      const salt = test.salt === '' ? Buffer.alloc(64) : fromHex(test.salt);
      const prk = new Uint8Array(createHmac('sha512', salt).update(fromHex(test.ikm)).digest());
      const expanded = hkdfExpand(prk, fromHex(test.info), test.size);
      if (test.result === 'valid') {
        expect(toHex(await expanded), `test ${test.tcId}`).toBe(test.okm);
        valid++;
      } else {
        await expect(expanded, `test ${test.tcId}`).rejects.toBeInstanceOf(RangeError);
      }
    }
    expect({ tests: tests.length, valid }).toEqual({ tests: 83, valid: 80 });
  });

  it('SHA-512, our extract and expand: its 32 bytes are the start of any longer output', async (context) => {
    const tests = readWycheproof<HkdfTest>(context, 'wycheproof_hkdf_sha512_test.json');
    let ran = 0;
    for (const test of tests) {
      const info = Buffer.from(test.info, 'hex').toString();
      const isText = Buffer.from(info).toString('hex') === test.info;
      if (test.result !== 'valid' || test.size < OUTPUT_BYTES || !isText) continue;
      const key = await hkdf(fromHex(test.ikm), fromHex(test.salt), info);
      expect(toHex(key), `test ${test.tcId}`).toBe(test.okm.slice(0, 2 * OUTPUT_BYTES));
      ran++;
    }
    expect(ran).toBe(21);
  });

  it.for([
    ['256', KDF_HKDF_SHA256(), { tests: 86, valid: 83 }],
    ['384', KDF_HKDF_SHA384(), { tests: 83, valid: 80 }],
    ['512', KDF_HKDF_SHA512(), { tests: 83, valid: 80 }],
  ] as const)('SHA-%s, as the HPKE package has it', async ([bits, kdf, counts], context) => {
    const tests = readWycheproof<HkdfTest>(context, `wycheproof_hkdf_sha${bits}_test.json`);
    let valid = 0;
    for (const test of tests) {
      const prk = await kdf.Extract(fromHex(test.salt), fromHex(test.ikm));
      const expanded = kdf.Expand(prk, fromHex(test.info), test.size);
      if (test.result === 'valid') {
        expect(toHex(await expanded), `test ${test.tcId}`).toBe(test.okm);
        valid++;
      } else {
        await expect(expanded, `test ${test.tcId}`).rejects.toThrow();
      }
    }
    expect({ tests: tests.length, valid }).toEqual(counts);
  });
});
