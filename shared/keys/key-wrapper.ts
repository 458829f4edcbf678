import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/envelope.ts';
import { sha256 } from '../crypto/hash.ts';

/** Wraps the keys of single objects: a profile's key, an account's, one in hardware. */
export interface KeyWrapper {
  /** `context` says which object's key it is, and must be the same when unwrapping. */
  wrap(key: SymmetricKey, context: Bytes): Promise<Bytes>;
  /** Rejects where it was not wrapped here, or for something else. */
  unwrap(wrapped: Bytes, context: Bytes): Promise<SymmetricKey>;
}

/** A wrapper whose key is at hand as bytes: envelopes of role `wrap`, bound to the context's hash. */
export function wrapUnder(key: SymmetricKey): KeyWrapper {
  return {
    wrap: async (inner, context) => seal(key, await objectOf(context), inner),
    unwrap: async (wrapped, context) =>
      (await open(key, await objectOf(context), wrapped)) as SymmetricKey,
  };
}

async function objectOf(context: Bytes) {
  const id = (await sha256(context)).slice(0, OBJECT_ID_BYTES) as ObjectId;
  return { role: 'wrap', id, version: 1 } as const;
}
