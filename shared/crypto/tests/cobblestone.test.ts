import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ByteQueue } from '../byte-queue.ts';
import { type Bytes, concat } from '../bytes.ts';
import { openCobblestone, SALT_BYTES, sealCobblestone } from '../cobblestone.ts';
import { openEach } from '../cobblestone-stream.ts';
import { CryptoError } from '../error.ts';
import { iterate } from '../stream.ts';
import { fromHex } from './check.ts';
import { readWycheproof } from './published.ts';
import { streamBytes } from './streams.ts';

interface ChunkedEncryptionTest {
  readonly key: string;
  readonly ctx: string;
  /** zlib, then hex. */
  readonly ct: string;
  readonly msgLength?: number;
  readonly msgSha512?: string;
}

it('Cobblestone-256: 35 of 35 of Wycheproof', async (context) => {
  const file = 'wycheproof_c2sp_chunked_encryption_aes_256_gcm_test.json';
  const tests = readWycheproof<ChunkedEncryptionTest>(context, file);
  let valid = 0;
  for (const test of tests) {
    const key = fromHex(test.key);
    const ctx = fromHex(test.ctx);
    const sealed = new Uint8Array(inflateSync(fromHex(test.ct)));
    const streamed = await readChunks(sealed, key, ctx);
    if (test.result === 'valid') {
      const plain = await openCobblestone(sealed, key, ctx);
      expect(plain.length, `test ${test.tcId}`).toBe(test.msgLength);
      expect(sha512(plain), `test ${test.tcId}`).toBe(test.msgSha512);
      expect(streamed.error, `test ${test.tcId}`).toBeUndefined();
      expect(sha512(streamed.plain), `test ${test.tcId}`).toBe(test.msgSha512);
      const again = await sealCobblestone(plain, key, ctx, sealed.slice(0, SALT_BYTES));
      expect(Buffer.from(again).equals(sealed), `test ${test.tcId}`).toBe(true);
      valid++;
    } else {
      const opened = openCobblestone(sealed, key, ctx);
      await expect(opened, `test ${test.tcId}`).rejects.toBeInstanceOf(CryptoError);
      expect(streamed.error, `test ${test.tcId}`).toBeInstanceOf(CryptoError);
      expect(streamed.plain.length, `test ${test.tcId}`).toBeLessThanOrEqual(test.msgLength ?? 0);
    }
  }
  expect({ tests: tests.length, valid }).toEqual({ tests: 35, valid: 10 });
});

async function readChunks(sealed: Bytes, key: Bytes, ctx: Bytes) {
  const chunks: Bytes[] = [];
  try {
    const queue = new ByteQueue(iterate(streamBytes(sealed, [1, 10_000, 16_400])));
    for await (const batch of await openEach(queue, key, ctx)) chunks.push(...batch);
    return { plain: concat(...chunks) };
  } catch (error) {
    return { plain: concat(...chunks), error };
  }
}

function sha512(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex');
}
