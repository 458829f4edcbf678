import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../../shared/crypto/brand.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { openStream, type SealedObject, sealStream } from '../../shared/crypto/envelope.ts';
import { iterate } from '../../shared/crypto/stream.ts';
import { repeatBlock } from './block-stream.ts';

/** Seals `length` bytes and opens them again at once, both as streams; waits for `onBlock` after each block. */
export async function streamRoundTrip(
  length: number,
  onBlock: () => void | Promise<void>,
): Promise<void> {
  const key = randomBytes(32) as SymmetricKey;
  const id = randomBytes(OBJECT_ID_BYTES) as ObjectId;
  const object: SealedObject = { role: 'content', id, version: 1 };
  const sealed = sealStream(key, object, repeatBlock(length), length);
  let seen = 0;
  for await (const block of iterate(openStream(key, object, sealed))) {
    seen += block.length;
    await onBlock();
  }
  if (seen !== length) throw new Error(`${seen} of ${length} bytes came back.`);
}
