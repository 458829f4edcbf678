import { expect, it } from 'vitest';
import { pbkdf2 } from '../passphrase.ts';
import { fromHex, toHex } from './check.ts';
import { readWycheproof } from './published.ts';

interface PbkdfTest {
  readonly password: string;
  readonly salt: string;
  readonly iterationCount: number;
  readonly dkLen: number;
  readonly dk: string;
}

const OUTPUT_BYTES = 32;

it('PBKDF2-HMAC-SHA-256 of Wycheproof: the 32 bytes that we derive', async (context) => {
  const tests = readWycheproof<PbkdfTest>(context, 'wycheproof_pbkdf2_hmacsha256_test.json');
  let whole = 0;
  for (const test of tests) {
    const key = toHex(
      await pbkdf2(fromHex(test.password), fromHex(test.salt), test.iterationCount),
    );
    // A shorter output is the start of ours; a longer one starts with ours.
    const common = 2 * Math.min(test.dkLen, OUTPUT_BYTES);
    expect(key.slice(0, common), `test ${test.tcId}`).toBe(test.dk.slice(0, common));
    if (test.dkLen >= OUTPUT_BYTES) whole++;
  }
  expect({ tests: tests.length, whole }).toEqual({ tests: 60, whole: 38 });
});
