import { KEY_BYTES, type SymmetricKey } from './brand.ts';
import { type Bytes, utf8 } from './bytes.ts';
import { CryptoError } from './error.ts';
import { hkdf } from './hkdf.ts';
import { encodePassphrase, pbkdf2 } from './passphrase.ts';

/* The keys of an account (PROTOCOL section 5). */

export const MIN_ITERATIONS = 600_000;
export const MAX_ITERATIONS = 10_000_000;
export const ACCOUNT_SALT_BYTES = 16;

const SALT = utf8('inkseal/account/v1');

/** How a password becomes keys; chosen by the client, kept by the server, shown by the manifest. */
export interface KdfParameters {
  /** 16 random bytes. */
  readonly salt: Bytes;
  /** 600,000 to 10,000,000. */
  readonly iterations: number;
}

/** What wraps the user key, and what proves to the server that one may have the wrapped key. */
export interface AccountKeys {
  readonly kek: SymmetricKey;
  readonly auth: Bytes;
}

/**
 * Keys of the password. Takes all the iterations, in the background.
 * @throws {CryptoError} `invalid-kdf` for parameters that no honest server names; `invalid-passphrase`
 */
export async function derivePasswordKeys(
  password: string,
  { salt, iterations }: KdfParameters,
): Promise<AccountKeys> {
  const accepted = iterations >= MIN_ITERATIONS && iterations <= MAX_ITERATIONS;
  if (!accepted || !Number.isInteger(iterations) || salt.length !== ACCOUNT_SALT_BYTES)
    throw new CryptoError('invalid-kdf', 'The server names unsafe settings for the password.');
  const masterKey = await pbkdf2(encodePassphrase(password), salt, iterations);
  return deriveBoth(masterKey, 'kek', 'auth');
}

/**
 * Keys of the recovery kit, 32 random bytes.
 * @throws {CryptoError} `invalid-key`
 */
export async function deriveRecoveryKeys(kit: Bytes): Promise<AccountKeys> {
  if (kit.length !== KEY_BYTES)
    throw new CryptoError('invalid-key', 'A recovery kit has 32 bytes.');
  return deriveBoth(kit, 'recovery-kek', 'recovery-auth');
}

/**
 * The kek of a passkey, from the 32 bytes that its PRF extension (WebAuthn level 3) gives.
 * @throws {CryptoError} `invalid-key`
 */
export async function derivePasskeyKey(prf: Bytes): Promise<SymmetricKey> {
  if (prf.length !== KEY_BYTES) throw new CryptoError('invalid-key', 'A passkey gives 32 bytes.');
  return hkdf(prf, SALT, 'passkey-kek');
}

/** The key that seals the manifest. */
export function deriveIntegrityKey(userKey: SymmetricKey): Promise<SymmetricKey> {
  return hkdf(userKey, SALT, 'integrity');
}

async function deriveBoth(ikm: Bytes, kekInfo: string, authInfo: string): Promise<AccountKeys> {
  const [kek, auth] = await Promise.all([hkdf(ikm, SALT, kekInfo), hkdf(ikm, SALT, authInfo)]);
  return { kek, auth };
}
