import { type Bytes, equalBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import type { Env } from '../bindings.ts';
import { hashUnder, readPeppers } from './peppers.ts';
import { hmac } from './server-keys.ts';

export interface Verified {
  readonly isRight: boolean;
  /** What to keep in place of the verifier, where it lies under an older pepper; null where it is as it shall be. */
  readonly renewed: string | null;
}

/** What verifies `auth` of a password or of a kit: `kid.b64u(HMAC-SHA-256(pepper, auth))`, under the newest pepper. */
export async function makeVerifier(env: Env, auth: Bytes): Promise<string> {
  const [newest] = await readPeppers(env);
  return hashUnder(newest, auth);
}

/**
 * Whether `auth` belongs to the verifier. It is one hash, under the pepper that the verifier names; without a verifier
 * (no such account), or without its pepper, one under the newest.
 */
export async function verifyAuth(
  env: Env,
  auth: Bytes,
  verifier: string | null,
): Promise<Verified> {
  const peppers = await readPeppers(env);
  const [newest] = peppers;
  const [kid] = (verifier ?? '').split('.', 1);
  const own = peppers.find((pepper) => pepper.kid === kid);
  const hash = await hashUnder(own ?? newest, auth);
  const isRight = equalBytes(utf8(hash), utf8(verifier ?? '')) && own !== undefined;
  const isOlder = isRight && own !== newest;
  return { isRight, renewed: isOlder ? await hashUnder(newest, auth) : null };
}

/** What is kept of a code that was sent to `subject` for one purpose, for the few minutes that it is good. */
export async function hashCode(
  env: Env,
  purpose: string,
  subject: string,
  code: string,
): Promise<Bytes> {
  const [{ key }] = await readPeppers(env);
  return hmac(key, labelled('inkseal/code/v1', utf8(`${purpose} ${subject} ${code}`)));
}
