import { KEY_BYTES, type ObjectId, type SymmetricKey } from './brand.ts';
import { type Bytes, concat } from './bytes.ts';
import { open, seal } from './envelope.ts';
import { cannotOpen } from './error.ts';

/* What is sealed under an account's keys (PROTOCOL section 5), but for its manifest. */

/** What a key pair is for. */
export type KeyUse = 'encryption' | 'signing';

/** A key pair as an account's manifest names it. */
export interface KeyName {
  /** 16 random bytes. */
  readonly id: ObjectId;
  /** From 1; one more each time that the private key is sealed anew. */
  readonly version: number;
  readonly use: KeyUse;
}

/** Which user key it is: whose, and the how many-th, from 1. */
export interface UserKeyName {
  readonly accountId: ObjectId;
  readonly generation: number;
}

/** One version of an item in an account. */
export interface ItemVersion {
  readonly id: ObjectId;
  readonly version: number;
}

const USE_CODES: Readonly<Record<KeyUse, number>> = { encryption: 1, signing: 2 };

/** Wraps the user key under the kek of a password, a recovery kit or a passkey. */
export function wrapUserKey(
  kek: SymmetricKey,
  { accountId, generation }: UserKeyName,
  userKey: SymmetricKey,
): Promise<Bytes> {
  return seal(kek, { role: 'wrap', id: accountId, version: generation }, userKey);
}

/** @throws {CryptoError} `cannot-open`: another kek, account or generation */
export async function unwrapUserKey(
  kek: SymmetricKey,
  { accountId, generation }: UserKeyName,
  wrapped: Bytes,
): Promise<SymmetricKey> {
  return asKey(await open(kek, { role: 'wrap', id: accountId, version: generation }, wrapped));
}

/** Wraps the data key of one version of an item under the user key. */
export function wrapDataKey(
  userKey: SymmetricKey,
  { id, version }: ItemVersion,
  dataKey: SymmetricKey,
): Promise<Bytes> {
  return seal(userKey, { role: 'wrap', id, version }, dataKey);
}

/** @throws {CryptoError} `cannot-open`: another user key, item or version */
export async function unwrapDataKey(
  userKey: SymmetricKey,
  { id, version }: ItemVersion,
  wrapped: Bytes,
): Promise<SymmetricKey> {
  return asKey(await open(userKey, { role: 'wrap', id, version }, wrapped));
}

function asKey(bytes: Bytes): SymmetricKey {
  if (bytes.length !== KEY_BYTES) throw cannotOpen();
  return bytes as SymmetricKey;
}

/** Seals a private key under the user key: `u8 use (1 encryption, 2 signing) | PKCS#8 DER`. */
export function sealPrivateKey(
  userKey: SymmetricKey,
  { id, version, use }: KeyName,
  pkcs8: Bytes,
): Promise<Bytes> {
  const plain = concat(Uint8Array.of(USE_CODES[use]), pkcs8);
  return seal(userKey, { role: 'private-key', id, version }, plain);
}

/**
 * The PKCS#8 DER of a private key.
 * @throws {CryptoError} `cannot-open`: also where it is for another use than `name` says
 */
export async function openPrivateKey(
  userKey: SymmetricKey,
  { id, version, use }: KeyName,
  sealed: Bytes,
): Promise<Bytes> {
  const plain = await open(userKey, { role: 'private-key', id, version }, sealed);
  if (plain[0] !== USE_CODES[use]) throw cannotOpen();
  return plain.slice(1);
}
