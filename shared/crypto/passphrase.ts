import { type Bytes, utf8 } from './bytes.ts';
import { CryptoError } from './error.ts';

const MAX_PASSPHRASE_BYTES = 1024;

/**
 * UTF-8 of the passphrase after Unicode NFC, not trimmed: 1 to 1,024 bytes.
 * @throws {CryptoError} `invalid-passphrase`
 */
export function encodePassphrase(passphrase: string): Bytes {
  if (!isWellFormed(passphrase)) {
    throw new CryptoError('invalid-passphrase', 'The passphrase holds a broken character.');
  }
  const bytes = utf8(passphrase.normalize('NFC'));
  if (bytes.length === 0) {
    throw new CryptoError('invalid-passphrase', 'The passphrase is empty.');
  }
  if (bytes.length > MAX_PASSPHRASE_BYTES) {
    throw new CryptoError('invalid-passphrase', 'The passphrase is longer than 1,024 bytes.');
  }
  return bytes;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** PBKDF2-HMAC-SHA-256 (RFC 8018), 32 bytes out. */
export async function pbkdf2(password: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, 256));
}
