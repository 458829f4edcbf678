import {
  MANIFEST_MIN_BYTES,
  SEALED_PRIVATE_KEY_MIN_BYTES,
  WRAPPED_USER_KEY_BYTES,
} from '../../../shared/api/account-limits.ts';
import type { SignUpRequest } from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';

/* What a client makes of an account, of random bytes; for workerd and Node alike. */

export type NewAccount = SignUpRequest['account'];

export const random = (length: number): string => encodeBase64url(randomBytes(length));
export const freshId = (): string => random(16);
export const freshAuth = (): string => random(32);
export const freshWrap = (): string => random(WRAPPED_USER_KEY_BYTES);
export const freshManifest = (): string => random(MANIFEST_MIN_BYTES);
export const freshKit = () => ({ auth: freshAuth(), wrappedUserKey: freshWrap() });
export const freshDevice = (name = 'Work laptop') => ({ id: freshId(), name });

/** A point on P-384, uncompressed. */
async function freshPoint(): Promise<string> {
  const algorithm = { name: 'ECDH', namedCurve: 'P-384' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['deriveBits']);
  const { publicKey } = pair as CryptoKeyPair;
  const point = await crypto.subtle.exportKey('raw', publicKey);
  return encodeBase64url(new Uint8Array(point as ArrayBuffer));
}

async function freshKey(use: 'encryption' | 'signing') {
  const sealedPrivateKey = random(SEALED_PRIVATE_KEY_MIN_BYTES);
  return { id: freshId(), use, publicKey: await freshPoint(), sealedPrivateKey };
}

/** What a client makes before it signs up. */
export async function prepareAccount(): Promise<NewAccount> {
  return {
    id: freshId(),
    kdf: { salt: random(16), iterations: 600_000 },
    auth: freshAuth(),
    wrappedUserKey: freshWrap(),
    recovery: freshKit(),
    keys: [await freshKey('encryption'), await freshKey('signing')],
    manifest: freshManifest(),
    manifestCounter: 1,
    generation: 1,
  };
}
