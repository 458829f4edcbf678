import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { type Bytes, equalBytes } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { hmac, keyedHash, serverKey } from './server-keys.ts';

/** What verifies `auth` of a password or of a kit: `HMAC-SHA-256(pepper, auth)`, base64url. */
export async function makeVerifier(env: Env, auth: Bytes): Promise<string> {
  return encodeBase64url(await hashAuth(env, auth));
}

/** Whether `auth` belongs to the verifier; without one (no such account) the same work for `false`. */
export async function verifyAuth(env: Env, auth: Bytes, verifier: string | null): Promise<boolean> {
  return equalBytes(await hashAuth(env, auth), decodeBase64url(verifier ?? ''));
}

/** What is kept of a code that was sent to `subject` for one purpose. */
export function hashCode(env: Env, purpose: string, subject: string, code: string): Promise<Bytes> {
  return keyedHash(env, 'AUTH_PEPPER', 'inkseal/code/v1', `${purpose} ${subject} ${code}`);
}

async function hashAuth(env: Env, auth: Bytes): Promise<Bytes> {
  return hmac(await serverKey(env, 'AUTH_PEPPER'), auth);
}
