import { asBytes, type Bytes, concat, u64, utf8 } from './bytes.ts';
import { labelled } from './hash.ts';
import {
  CURVE,
  exportKeyPair,
  invalidKey,
  isUncompressed,
  type StoredKeyPair,
  thumbprintOf,
} from './p384.ts';

/* Signatures of a person: ECDSA P-384 with SHA-384 over a labelled transcript. */

const ALGORITHM = { name: 'ECDSA', namedCurve: CURVE };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-384' };
/** Length of a signature, r | s (IEEE P1363). */
export const SIGNATURE_BYTES = 96;

/** Whose signatures to check. */
export interface Signer {
  readonly publicKey: CryptoKey;
  /** RFC 7638 thumbprint of the public key, 32 bytes. */
  readonly keyId: Bytes;
}

/** Who can sign. */
export interface SigningKeys extends Signer {
  readonly privateKey: CryptoKey;
}

/** A new P-384 key pair to sign with. */
export async function generateSigningKeyPair(): Promise<StoredKeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  return exportKeyPair(pair as CryptoKeyPair);
}

/**
 * The signer whose public key is `point`.
 * @throws {CryptoError} `invalid-key`: anything but an uncompressed point on the curve, 97 bytes
 */
export async function importSigner(point: Uint8Array): Promise<Signer> {
  if (!isUncompressed(point)) throw invalidKey();
  const publicKey = await crypto.subtle
    .importKey('raw', asBytes(point), ALGORITHM, true, ['verify'])
    .catch(() => {
      throw invalidKey();
    });
  return { publicKey, keyId: await thumbprintOf(point) };
}

/**
 * The keys of a stored pair; the private one can't be taken out again.
 * @throws {CryptoError} `invalid-key`
 */
export async function importSigningKeys({ point, pkcs8 }: StoredKeyPair): Promise<SigningKeys> {
  const signer = await importSigner(point);
  const privateKey = await crypto.subtle
    .importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign'])
    .catch(() => {
      throw invalidKey();
    });
  return { ...signer, privateKey };
}

/**
 * What is signed: `"inkseal/sign/v1" | 0x00 | label | 0x00 | for each part: length u64 | part`. `label` names what the
 * signature is for, so that one can never pass for another.
 */
export function signedTranscript(label: string, parts: readonly Uint8Array[]): Bytes {
  if (label.length === 0 || label.includes('\0')) throw new RangeError('A label has no zero byte.');
  const framed = parts.flatMap((part) => [u64(part.length), part]);
  return labelled('inkseal/sign/v1', utf8(label), new Uint8Array(1), concat(...framed));
}

/** Signs the transcript of `label` and `parts`; 96 bytes. */
export async function signParts(
  { privateKey }: SigningKeys,
  label: string,
  parts: readonly Uint8Array[],
): Promise<Bytes> {
  const transcript = signedTranscript(label, parts);
  return new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, transcript));
}

/** Whether `signature` is the signer's over exactly this label and these parts. */
export async function verifyParts(
  { publicKey }: Signer,
  label: string,
  parts: readonly Uint8Array[],
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const transcript = signedTranscript(label, parts);
  return crypto.subtle.verify(SIGNATURE, publicKey, asBytes(signature), transcript);
}
