import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import type { Env } from '../bindings.ts';
import type { Attempts } from '../durable-objects/attempts/attempts.ts';
import { ApiError } from '../http/api-error.ts';
import { keyedHash } from './server-keys.ts';

/** What is guessed at. Sign-in and codes are counted by e-mail address, the rest by the account's id. */
export type Guessed =
  | 'sign-in'
  | 'sign-up-code'
  | 'recovery-code'
  | 'email-code'
  | 'password'
  | 'second-factor';

/** The counter of guesses at one secret of `subject`. Its name tells nobody whose it is. */
export async function attemptsAt(
  env: Env,
  guessed: Guessed,
  subject: string,
): Promise<DurableObjectStub<Attempts>> {
  const name = await keyedHash(env, 'ADDRESS_KEY', 'inkseal/attempts/v1', `${guessed} ${subject}`);
  return env.ATTEMPTS.getByName(encodeBase64url(name));
}

/**
 * Takes one try at a secret, before it is checked.
 * @returns to be called when the try was right
 * @throws {ApiError} 429 `too-many-attempts` with `Retry-After`
 */
export async function beginAttempt(
  env: Env,
  guessed: Guessed,
  subject: string,
): Promise<() => Promise<void>> {
  const attempts = await attemptsAt(env, guessed, subject);
  const permit = await attempts.begin();
  if (!permit.ok) {
    const headers = { 'Retry-After': String(permit.retryAfterSeconds) };
    throw new ApiError('too-many-attempts', {}, headers);
  }
  return () => attempts.succeed();
}
