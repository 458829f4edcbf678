import { describe, expect, it } from 'vitest';
import { type Bytes, concat } from '../bytes.ts';
import { CryptoError } from '../error.ts';
import { generateRecipientKeyPair, importRecipient } from '../recipient.ts';
import { fromHex } from './check.ts';
import { readWycheproof } from './published.ts';

const ECDH = { name: 'ECDH', namedCurve: 'P-384' };

interface PointTest {
  readonly public: string;
  readonly private: string;
  readonly shared: string;
}

interface JwkTest {
  readonly public: JsonWebKey;
  readonly private: JsonWebKey;
  readonly shared: string;
}

describe('P-384 public keys', () => {
  it('accepts exactly the uncompressed points on the curve of Wycheproof', async (context) => {
    const tests = readWycheproof<PointTest>(context, 'wycheproof_ecdh_secp384r1_ecpoint_test.json');
    let accepted = 0;
    for (const test of tests) {
      const imported = importRecipient(fromHex(test.public));
      if (test.result === 'valid') {
        await expect(imported, `test ${test.tcId}`).resolves.toBeDefined();
        accepted++;
      } else {
        await expectInvalidKey(imported, test.tcId);
      }
    }
    expect({ tests: tests.length, accepted }).toEqual({ tests: 790, accepted: 771 });
  });

  it('accepts exactly the P-384 points of the JWKs of Wycheproof, and agrees on their secrets', async (context) => {
    const tests = readWycheproof<JwkTest>(context, 'wycheproof_ecdh_secp384r1_webcrypto_test.json');
    let accepted = 0;
    for (const test of tests) {
      const imported = importRecipient(pointOf(test.public));
      if (test.result === 'valid') {
        const { publicKey } = await imported;
        const key = await crypto.subtle.importKey('jwk', test.private, ECDH, false, ['deriveBits']);
        const secret = await crypto.subtle.deriveBits(
          { name: 'ECDH', public: publicKey },
          key,
          384,
        );
        expect(Buffer.from(secret).toString('hex'), `test ${test.tcId}`).toBe(test.shared);
        accepted++;
      } else {
        await expectInvalidKey(imported, test.tcId);
      }
    }
    expect({ tests: tests.length, accepted }).toEqual({ tests: 794, accepted: 771 });
  });

  it('refuses every other length and first byte', async () => {
    const { point } = await generateRecipientKeyPair();
    await expect(importRecipient(point)).resolves.toBeDefined();
    for (const bad of [
      new Uint8Array(0),
      Uint8Array.of(0),
      point.subarray(0, 96),
      concat(point, new Uint8Array(1)),
      point.subarray(1),
    ])
      await expectInvalidKey(importRecipient(bad), bad.length);
    for (let first = 0; first < 256; first++) {
      if (first === 4) continue;
      const bad = point.slice();
      bad[0] = first;
      await expectInvalidKey(importRecipient(bad), first);
    }
  });
});

function pointOf(jwk: JsonWebKey): Bytes {
  const x = Buffer.from(jwk.x ?? '', 'base64url');
  const y = Buffer.from(jwk.y ?? '', 'base64url');
  return concat(Uint8Array.of(4), x, y);
}

async function expectInvalidKey(imported: Promise<unknown>, test: number): Promise<void> {
  const error = await imported.catch((error: unknown) => error);
  expect(error, `test ${test}`).toBeInstanceOf(CryptoError);
  expect((error as CryptoError).code, `test ${test}`).toBe('invalid-key');
}
