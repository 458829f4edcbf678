import { asBytes, type Bytes } from './bytes.ts';
import {
  CURVE,
  exportKeyPair,
  invalidKey,
  isUncompressed,
  type StoredKeyPair,
  thumbprintOf,
} from './p384.ts';

/* The P-384 keys of a person to whom keys are sealed (PROTOCOL sections 1 and 5). */

const ALGORITHM = { name: 'ECDH', namedCurve: CURVE };

/** Whom to seal to. */
export interface Recipient {
  readonly publicKey: CryptoKey;
  /** RFC 7638 thumbprint of the public key, 32 bytes. */
  readonly keyId: Bytes;
}

/** Who can open. */
export interface RecipientKeys extends Recipient {
  readonly privateKey: CryptoKey;
}

/** A new P-384 key pair to be sealed to. */
export async function generateRecipientKeyPair(): Promise<StoredKeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['deriveBits']);
  return exportKeyPair(pair as CryptoKeyPair);
}

/**
 * The recipient whose public key is `point`.
 * @throws {CryptoError} `invalid-key`: anything but an uncompressed point on the curve, 97 bytes
 */
export async function importRecipient(point: Uint8Array): Promise<Recipient> {
  if (!isUncompressed(point)) throw invalidKey();
  const publicKey = await crypto.subtle
    .importKey('raw', asBytes(point), ALGORITHM, true, [])
    .catch(() => {
      throw invalidKey();
    });
  return { publicKey, keyId: await thumbprintOf(point) };
}

/**
 * The keys of a stored pair; the private one can't be taken out again.
 * @throws {CryptoError} `invalid-key`
 */
export async function importRecipientKeys(pair: StoredKeyPair): Promise<RecipientKeys> {
  const recipient = await importRecipient(pair.point);
  const privateKey = await crypto.subtle
    .importKey('pkcs8', pair.pkcs8, ALGORITHM, false, ['deriveBits'])
    .catch(() => {
      throw invalidKey();
    });
  return { ...recipient, privateKey };
}
