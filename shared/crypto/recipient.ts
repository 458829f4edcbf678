import { encodeBase64url } from './base64url.ts';
import { asBytes, type Bytes } from './bytes.ts';
import { CryptoError } from './error.ts';
import { thumbprint } from './thumbprint.ts';

/* The P-384 keys of a person to whom keys are sealed (PROTOCOL sections 1 and 5). */

const CURVE = 'P-384';
const ALGORITHM = { name: 'ECDH', namedCurve: CURVE };
const COORDINATE_BYTES = 48;
const UNCOMPRESSED = 4;
/** Length of an uncompressed point: 4 | x | y. */
export const POINT_BYTES = 1 + 2 * COORDINATE_BYTES;

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

/** A key pair as it is stored: the point to be published, the private key only ever sealed. */
export interface RecipientKeyPair {
  /** Uncompressed point, 97 bytes. */
  readonly point: Bytes;
  /** PKCS#8 DER. */
  readonly pkcs8: Bytes;
}

/** A new P-384 key pair. */
export async function generateRecipientKeyPair(): Promise<RecipientKeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['deriveBits']);
  const { publicKey, privateKey } = pair as CryptoKeyPair;
  const [point, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey),
  ]);
  return {
    point: new Uint8Array(point as ArrayBuffer),
    pkcs8: new Uint8Array(pkcs8 as ArrayBuffer),
  };
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
  const x = encodeBase64url(point.subarray(1, 1 + COORDINATE_BYTES));
  const y = encodeBase64url(point.subarray(1 + COORDINATE_BYTES));
  return { publicKey, keyId: await thumbprint({ kty: 'EC', crv: CURVE, x, y }) };
}

/**
 * The keys of a stored pair; the private one can't be taken out again.
 * @throws {CryptoError} `invalid-key`
 */
export async function importRecipientKeys(pair: RecipientKeyPair): Promise<RecipientKeys> {
  const recipient = await importRecipient(pair.point);
  const privateKey = await crypto.subtle
    .importKey('pkcs8', pair.pkcs8, ALGORITHM, false, ['deriveBits'])
    .catch(() => {
      throw invalidKey();
    });
  return { ...recipient, privateKey };
}

/** Whether `point` has the length and the first byte of an uncompressed point; not whether it is on the curve. */
export function isUncompressed(point: Uint8Array): boolean {
  return point.length === POINT_BYTES && point[0] === UNCOMPRESSED;
}

function invalidKey(): CryptoError {
  return new CryptoError('invalid-key', 'This is not a key of a person.');
}
