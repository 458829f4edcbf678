import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA384, KEM_DHKEM_P384_HKDF_SHA384 } from 'hpke';
import { asBytes, type Bytes, concat, equalBytes, utf8 } from './bytes.ts';
import { envelopeContext, envelopePrefix, type Role, type SealedObject } from './envelope.ts';
import { CryptoError, cannotOpen } from './error.ts';
import { isUncompressed, POINT_BYTES } from './p384.ts';
import type { Recipient, RecipientKeys } from './recipient.ts';

/*
 * Suite 2 of the envelope (PROTOCOL section 1): a key sealed to a person with HPKE (RFC 9180), base mode.
 * header: key id 32 | body: enc 97 | ciphertext
 */

const SUITE_HPKE = 2;
const INFO = utf8('inkseal/v1');
const suite = new CipherSuite(KEM_DHKEM_P384_HKDF_SHA384, KDF_HKDF_SHA384, AEAD_AES_256_GCM);

/** Only keys are sealed to a person. */
export interface SealedKey extends SealedObject {
  readonly role: Extract<Role, 'wrap' | 'private-key'>;
}

/** Seals `data` to `recipient`, suite 2. */
export async function sealTo(recipient: Recipient, object: SealedKey, data: Bytes): Promise<Bytes> {
  if (!isSealedKey(object))
    throw new CryptoError('invalid-content', 'Only a key can be sealed to a person.');
  const prefix = envelopePrefix(SUITE_HPKE, recipient.keyId);
  const aad = await envelopeContext(object, prefix);
  const sealed = await suite.Seal(recipient.publicKey, data, { info: INFO, aad });
  return concat(prefix, sealed.encapsulatedSecret, sealed.ciphertext);
}

/**
 * Opens a suite 2 envelope that was sealed to the owner of `keys`.
 * @throws {CryptoError} `cannot-open`, whatever the reason
 */
export async function openWith(
  keys: RecipientKeys,
  object: SealedKey,
  envelope: Bytes,
): Promise<Bytes> {
  const prefix = envelopePrefix(SUITE_HPKE, keys.keyId);
  const bodyStart = prefix.length + POINT_BYTES;
  const enc = envelope.subarray(prefix.length, bodyStart);
  if (!isSealedKey(object) || !equalBytes(envelope.subarray(0, prefix.length), prefix))
    throw cannotOpen();
  if (!isUncompressed(enc)) throw cannotOpen();
  try {
    const aad = await envelopeContext(object, prefix);
    const data = await suite.Open(keys, enc, envelope.subarray(bodyStart), { info: INFO, aad });
    return asBytes(data);
  } catch {
    throw cannotOpen();
  }
}

function isSealedKey({ role }: SealedObject): boolean {
  return role === 'wrap' || role === 'private-key';
}
