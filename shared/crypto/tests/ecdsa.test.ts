import { expect, it } from 'vitest';
import { fromHex } from './check.ts';
import { readWycheproof } from './published.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-384' };

interface SignatureGroup {
  readonly publicKey: { readonly uncompressed: string };
}

interface SignatureTest {
  readonly msg: string;
  readonly sig: string;
}

// What the protocol reserves signatures for rests on this verification of the platform alone.
it('ECDSA P-384 with SHA-384 of Wycheproof: WebCrypto verifies exactly the right ones', async (context) => {
  const tests = readWycheproof<SignatureTest, SignatureGroup>(
    context,
    'wycheproof_ecdsa_secp384r1_sha384_p1363_test.json',
  );
  let valid = 0;
  for (const test of tests) {
    const point = fromHex(test.publicKey.uncompressed);
    const key = await crypto.subtle.importKey('raw', point, ECDSA, false, ['verify']);
    const params = { name: 'ECDSA', hash: 'SHA-384' };
    const verified = crypto.subtle.verify(params, key, fromHex(test.sig), fromHex(test.msg));
    expect(await verified, `test ${test.tcId}`).toBe(test.result === 'valid');
    if (test.result === 'valid') valid++;
  }
  expect({ tests: tests.length, valid }).toEqual({ tests: 280, valid: 193 });
});
