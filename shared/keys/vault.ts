import { KEY_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { type Bytes, concat, randomBytes, u64 } from '../crypto/bytes.ts';
import { open, type Role, seal } from '../crypto/envelope.ts';
import { cannotOpen } from '../crypto/error.ts';
import { labelled } from '../crypto/hash.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import type { SealedStore } from './sealed-store.ts';

/* Objects in a store: each version sealed under a data key of its own, which lies wrapped beside it.
 * A blob is: object version u64 | length of the wrapped key u16 | wrapped key | envelope. */

/** A store, and what wraps the keys of all that lies in it. */
export interface Vault {
  readonly store: SealedStore;
  readonly keys: KeyWrapper;
  /** Of a vault that joins several: the one where what has this name lies, or is to lie. */
  readonly placeOf?: (name: string) => Promise<Vault>;
}

export interface VaultObject {
  /** In the store. */
  readonly name: string;
  readonly role: Role;
  readonly id: ObjectId;
}

export interface OpenedObject {
  readonly version: number;
  readonly data: Bytes;
}

const VERSION_BYTES = 8;
const HEADER_BYTES = VERSION_BYTES + 2;

/** Seals `data` as that version of the object, and puts it in place of another version. */
export async function putObject(
  vault: Vault,
  object: VaultObject,
  version: number,
  data: Bytes,
): Promise<void> {
  const { store, keys } = (await vault.placeOf?.(object.name)) ?? vault;
  const key = randomBytes(KEY_BYTES) as SymmetricKey;
  const wrapped = await keys.wrap(key, keyContext(object, version));
  const envelope = await seal(key, { ...object, version }, data);
  const length = Uint8Array.of(wrapped.length >> 8, wrapped.length & 255);
  await store.put(object.name, concat(u64(version), length, wrapped, envelope));
}

/**
 * The object, or undefined where the store has none.
 * @throws {CryptoError} `cannot-open`: damaged, another object, or not sealed under these keys
 */
export async function getObject(
  vault: Vault,
  object: VaultObject,
): Promise<OpenedObject | undefined> {
  const { store, keys } = (await vault.placeOf?.(object.name)) ?? vault;
  const blob = await store.get(object.name);
  if (!blob) return undefined;
  if (blob.length < HEADER_BYTES) throw cannotOpen();
  const header = new DataView(blob.buffer, blob.byteOffset, HEADER_BYTES);
  const version = Number(header.getBigUint64(0));
  const end = HEADER_BYTES + header.getUint16(VERSION_BYTES);
  const key = await keys
    .unwrap(blob.subarray(HEADER_BYTES, end), keyContext(object, version))
    .catch(() => {
      throw cannotOpen();
    });
  return { version, data: await open(key, { ...object, version }, blob.subarray(end)) };
}

function keyContext({ name, role, id }: VaultObject, version: number): Bytes {
  return labelled('inkseal/vault-key/v1', labelled(name, labelled(role, id)), u64(version));
}
