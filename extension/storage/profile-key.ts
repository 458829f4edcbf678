import type { SymmetricKey } from '../../shared/crypto/brand.ts';
import { type Bytes, concat, randomBytes } from '../../shared/crypto/bytes.ts';
import type { KeyWrapper } from '../../shared/keys/key-wrapper.ts';
import { openDatabase } from './database.ts';

/** Bytes sealed under the profile's own key, AES-256-GCM. */
export interface SealedBytes {
  /** 12 bytes. */
  readonly iv: Bytes;
  /** Ciphertext and its tag of 16 bytes. */
  readonly sealed: Bytes;
}

const IV_BYTES = 12;
const ALGORITHM = { name: 'AES-GCM', length: 256 };

/** The key of this profile, made when first asked for. It can be used here and never read out. */
async function readProfileKey(): Promise<CryptoKey> {
  const database = await openDatabase();
  const known = await database.get('keys', 'profile');
  if (known) return known;
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  const transaction = database.transaction('keys', 'readwrite');
  // Another page may have made one meanwhile: the first one stays.
  const first = await transaction.store.get('profile');
  if (!first) await transaction.store.put(made, 'profile');
  await transaction.done;
  return first ?? made;
}

/** Seals `bytes` to this profile; `context` names what they are and must be the same when opening. */
export async function sealToProfile(bytes: Bytes, context: Bytes): Promise<SealedBytes> {
  const key = await readProfileKey();
  const iv = randomBytes(IV_BYTES);
  const sealing = { name: 'AES-GCM', iv, additionalData: context };
  return { iv, sealed: new Uint8Array(await crypto.subtle.encrypt(sealing, key, bytes)) };
}

/** @throws {DOMException} `OperationError`: not sealed by this profile, or as something else */
export async function openFromProfile({ iv, sealed }: SealedBytes, context: Bytes): Promise<Bytes> {
  const key = await readProfileKey();
  const opening = { name: 'AES-GCM', iv, additionalData: context };
  return new Uint8Array(await crypto.subtle.decrypt(opening, key, sealed));
}

/** Wraps the data keys of what lies in this profile: IV, then ciphertext and tag. */
export const PROFILE_KEYS: KeyWrapper = {
  async wrap(key, context) {
    const { iv, sealed } = await sealToProfile(key, context);
    return concat(iv, sealed);
  },
  async unwrap(wrapped, context) {
    const parts = { iv: wrapped.slice(0, IV_BYTES), sealed: wrapped.slice(IV_BYTES) };
    return (await openFromProfile(parts, context)) as SymmetricKey;
  },
};
