import { ByteQueue } from './byte-queue.ts';
import { type Bytes, u64 } from './bytes.ts';
import { labelled, sha256 } from './hash.ts';
import { iterate } from './stream.ts';

const PIECE_BYTES = 1024 * 1024;

/**
 * What a signature covers of an envelope (PROTOCOL section 1), 32 bytes:
 * `H256("inkseal/digest/v1" | 0x00 | length u64 | H256 of each 1 MiB piece)`. Holds one piece at a time.
 */
export async function digestEnvelope(
  envelope: Bytes | Blob | ReadableStream<Uint8Array>,
): Promise<Bytes> {
  const queue = new ByteQueue(iterate(streamFrom(envelope)));
  const hashes: Bytes[] = [];
  let length = 0;
  for (let final = false; !final; ) {
    const piece = await queue.read(PIECE_BYTES);
    final = piece.length < PIECE_BYTES;
    length += piece.length;
    if (piece.length > 0) hashes.push(await sha256(piece));
  }
  return sha256(labelled('inkseal/digest/v1', u64(length), ...hashes));
}

function streamFrom(envelope: Bytes | Blob | ReadableStream<Uint8Array>) {
  if (envelope instanceof ReadableStream) return envelope;
  return (envelope instanceof Blob ? envelope : new Blob([envelope])).stream();
}
