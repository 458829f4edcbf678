import { encodeBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { CryptoError } from './error.ts';
import { thumbprint } from './thumbprint.ts';

/* What key pairs to encrypt to and key pairs to sign with have in common: the curve, and how they are stored. */

export const CURVE = 'P-384';
const COORDINATE_BYTES = 48;
const UNCOMPRESSED = 4;
/** Length of an uncompressed point: 4 | x | y. */
export const POINT_BYTES = 1 + 2 * COORDINATE_BYTES;

/** A key pair as it is stored: the point to be published, the private key only ever sealed. */
export interface StoredKeyPair {
  /** Uncompressed point, 97 bytes. */
  readonly point: Bytes;
  /** PKCS#8 DER. */
  readonly pkcs8: Bytes;
}

export async function exportKeyPair({
  publicKey,
  privateKey,
}: CryptoKeyPair): Promise<StoredKeyPair> {
  const [point, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey),
  ]);
  return {
    point: new Uint8Array(point as ArrayBuffer),
    pkcs8: new Uint8Array(pkcs8 as ArrayBuffer),
  };
}

/** Whether `point` has the length and the first byte of an uncompressed point; not whether it is on the curve. */
export function isUncompressed(point: Uint8Array): boolean {
  return point.length === POINT_BYTES && point[0] === UNCOMPRESSED;
}

/** RFC 7638 thumbprint of an uncompressed point, 32 bytes; the same whatever the key is for. */
export function thumbprintOf(point: Uint8Array): Promise<Bytes> {
  const x = encodeBase64url(point.subarray(1, 1 + COORDINATE_BYTES));
  const y = encodeBase64url(point.subarray(1 + COORDINATE_BYTES));
  return thumbprint({ kty: 'EC', crv: CURVE, x, y });
}

export function invalidKey(): CryptoError {
  return new CryptoError('invalid-key', 'This is not a key of a person.');
}
