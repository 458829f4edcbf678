import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from './brand.ts';
import { ByteQueue } from './byte-queue.ts';
import { type Bytes, concat, equalBytes, u64, utf8 } from './bytes.ts';
import { cobblestoneLength, keysToSeal, openCobblestone, sealCobblestone } from './cobblestone.ts';
import { openEach, sealEach } from './cobblestone-stream.ts';
import { CryptoError, cannotOpen } from './error.ts';
import { labelled, sha256 } from './hash.ts';
import { PaddingReader, pad, paddedLength, unpad } from './padding.ts';
import { type Batches, countBytes, transformStream, type WorkOptions } from './stream.ts';

/* The envelope of PROTOCOL section 1: "IKS" | version | suite | header length u16 | header | body. */

export type Role =
  | 'content'
  | 'meta'
  | 'wrap'
  | 'private-key'
  | 'manifest'
  | 'vault-item'
  | 'scene';

/** What an envelope is bound to: opening it as anything else fails. */
export interface SealedObject {
  readonly role: Role;
  readonly id: ObjectId;
  /** The object's version, a safe integer from 0. */
  readonly version: number;
}

const PADDED: ReadonlySet<Role> = new Set(['content', 'meta', 'scene', 'vault-item', 'manifest']);
const SUITE_COBBLESTONE = 1;
const PREFIX = envelopePrefix(SUITE_COBBLESTONE, new Uint8Array(0));

/** The bytes of an envelope before its body. */
export function envelopePrefix(suite: number, header: Uint8Array): Bytes {
  const length = Uint8Array.of(header.length >> 8, header.length & 255);
  return concat(utf8('IKS'), Uint8Array.of(1, suite), length, header);
}

/** `"inkseal/v1" | 0x00 | role | 0x00 | object id | object version u64 | H256(prefix)`. */
export async function envelopeContext(
  { role, id, version }: SealedObject,
  prefix: Bytes,
): Promise<Bytes> {
  if (id.length !== OBJECT_ID_BYTES || !Number.isSafeInteger(version) || version < 0)
    throw new CryptoError(
      'invalid-key',
      'An object id has 16 bytes, a version is an integer from 0.',
    );
  return concat(labelled('inkseal/v1', labelled(role, id)), u64(version), await sha256(prefix));
}

/** Length in bytes of the suite 1 envelope that holds `dataLength` bytes. */
export function envelopeLength(role: Role, dataLength: number): number {
  return (
    PREFIX.length + cobblestoneLength(PADDED.has(role) ? paddedLength(dataLength) : dataLength)
  );
}

/** Seals `data` under `key`, suite 1. `salt` is for test vectors only. */
export async function seal(
  key: SymmetricKey,
  object: SealedObject,
  data: Bytes,
  salt?: Bytes,
): Promise<Bytes> {
  const plain = PADDED.has(object.role) ? pad(data) : data;
  const context = await envelopeContext(object, PREFIX);
  return concat(PREFIX, await sealCobblestone(plain, key, context, salt));
}

/**
 * Opens a suite 1 envelope.
 * @throws {CryptoError} `cannot-open`, whatever the reason
 */
export async function open(
  key: SymmetricKey,
  object: SealedObject,
  envelope: Bytes,
): Promise<Bytes> {
  if (!equalBytes(envelope.subarray(0, PREFIX.length), PREFIX)) throw cannotOpen();
  const context = await envelopeContext(object, PREFIX);
  const plain = await openCobblestone(envelope.subarray(PREFIX.length), key, context);
  return PADDED.has(object.role) ? unpad(plain) : plain;
}

/** Like `seal`, for `length` bytes that `source` gives in blocks of any size; constant memory. */
export function sealStream(
  key: SymmetricKey,
  object: SealedObject,
  source: ReadableStream<Uint8Array>,
  length: number,
  options: WorkOptions = {},
): ReadableStream<Bytes> {
  async function* sealed(blocks: AsyncIterable<Uint8Array>): Batches {
    const keys = await keysToSeal(key, await envelopeContext(object, PREFIX));
    const data = exactly(countBytes(blocks, options.onProgress), length);
    yield [concat(PREFIX, keys.header)];
    yield* sealEach(PADDED.has(object.role) ? padded(data, length) : data, keys);
  }
  return transformStream(source, sealed, options.signal);
}

/**
 * Like `open`, for an envelope that comes in blocks of any size; constant memory. The plaintext must not
 * be shown or saved before the stream has ended: it errors with `cannot-open` if a later part is wrong.
 */
export function openStream(
  key: SymmetricKey,
  object: SealedObject,
  source: ReadableStream<Uint8Array>,
  options: WorkOptions = {},
): ReadableStream<Bytes> {
  async function* opened(blocks: AsyncIterable<Uint8Array>): Batches {
    const queue = new ByteQueue(blocks);
    if (!equalBytes(await queue.read(PREFIX.length), PREFIX)) throw cannotOpen();
    const plain = await openEach(queue, key, await envelopeContext(object, PREFIX));
    const padding = PADDED.has(object.role) ? new PaddingReader() : null;
    let bytes = 0;
    for await (const pieces of plain) {
      const data: Bytes[] = [];
      for (const piece of pieces) {
        const block = padding?.push(piece) ?? piece;
        if (block.length > 0) data.push(block);
        bytes += block.length;
        options.onProgress?.(bytes);
      }
      if (data.length > 0) yield data;
    }
    padding?.finish();
  }
  return transformStream(source, opened, options.signal);
}

async function* exactly(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array, void> {
  let seen = 0;
  for await (const block of source) {
    seen += block.length;
    if (seen > length) break;
    yield block;
  }
  if (seen !== length) {
    throw new CryptoError('invalid-content', 'The content changed while it was being sealed.');
  }
}

const FILLER_BLOCK_BYTES = 64 * 1024;

async function* padded(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array, void> {
  const lengthField = u64(length);
  yield lengthField;
  yield* source;
  const filler = new Uint8Array(FILLER_BLOCK_BYTES);
  let rest = paddedLength(length) - lengthField.length - length;
  for (; rest > 0; rest -= FILLER_BLOCK_BYTES) yield filler.subarray(0, rest);
}
