import fc from 'fast-check';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../brand.ts';
import { type Bytes, randomBytes } from '../bytes.ts';
import { CHUNK_BYTES } from '../cobblestone.ts';
import { CHUNKS_IN_FLIGHT } from '../cobblestone-stream.ts';
import type { Role, SealedObject } from '../envelope.ts';

export const IN_FLIGHT_BYTES = CHUNKS_IN_FLIGHT * CHUNK_BYTES;

/** Everything near which a cut between chunks, batches or rounds of batches could be wrong by one. */
export const BOUNDARY_LENGTHS: readonly number[] = [
  0,
  1,
  ...[CHUNK_BYTES, 4 * CHUNK_BYTES, IN_FLIGHT_BYTES, 2 * IN_FLIGHT_BYTES].flatMap((at) => [
    at - 1,
    at,
    at + 1,
  ]),
];

/** Lengths of data: anything short, and anything near the end of one of the first chunks. */
export const dataLength = fc.oneof(
  fc.nat(3 * CHUNK_BYTES),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -20, max: 20 }))
    .map(([chunks, offset]) => chunks * CHUNK_BYTES + offset),
);

/**
 * Lengths of the blocks in which a source gives its bytes, empty ones among them. One of each round is long:
 * reading hundreds of kilobytes by single bytes takes most of the time and shows nothing more.
 */
export const cuts = fc
  .tuple(fc.array(fc.oneof(fc.nat(40), fc.nat(70_000)), { maxLength: 7 }), fc.nat(7))
  .map(([lengths, at]) => lengths.toSpliced(at, 0, 5003));

export const role = fc.constantFrom<Role>(
  'content',
  'meta',
  'wrap',
  'private-key',
  'manifest',
  'vault-item',
  'scene',
);

export function randomKey(): SymmetricKey {
  return randomBytes(32) as SymmetricKey;
}

export function randomObject(role: Role, version = 1): SealedObject {
  return { role, id: randomBytes(OBJECT_ID_BYTES) as ObjectId, version };
}

/** `length` bytes, random in blocks of a length that no chunk is a multiple of: no two chunks are alike. */
export function someBytes(length: number): Bytes {
  const bytes = new Uint8Array(length);
  const block = randomBytes(65_521);
  for (let at = 0; at < length; at += block.length) bytes.set(block.subarray(0, length - at), at);
  return bytes;
}

/** Fails where `a` and `b` differ. Comparing long arrays one by one is far slower. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
}
