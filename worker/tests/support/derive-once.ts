import { encodeBase64url } from '../../../shared/crypto/base64url.ts';

/*
 * 600,000 rounds of PBKDF2 take a tenth of a second, and all devices of a test derive from the same password.
 * What the runtime derived from a password, a salt and a number of rounds is remembered and given again.
 */

type ImportKey = SubtleCrypto['importKey'];
type DeriveBits = SubtleCrypto['deriveBits'];

const { subtle } = crypto;
const importKey: ImportKey = subtle.importKey.bind(subtle);
const deriveBits: DeriveBits = subtle.deriveBits.bind(subtle);

const passwords = new WeakMap<CryptoKey, string>();
const derived = new Map<string, ArrayBuffer>();

subtle.importKey = async (...given: Parameters<ImportKey>) => {
  const key = await importKey(...given);
  const [, password, algorithm] = given;
  if (algorithm === 'PBKDF2' && password instanceof Uint8Array)
    passwords.set(key, encodeBase64url(password));
  return key;
};

subtle.deriveBits = async (...given: Parameters<DeriveBits>) => {
  const [algorithm, key, length] = given;
  const password = passwords.get(key);
  if (password === undefined || typeof algorithm === 'string') return deriveBits(...given);
  const { salt, iterations, hash } = algorithm;
  if (!(salt instanceof Uint8Array)) return deriveBits(...given);
  const name = [password, encodeBase64url(salt), iterations, hash, length].join(' ');
  const bits = derived.get(name) ?? (await deriveBits(...given));
  derived.set(name, bits);
  return bits.slice(0);
};
