import {
  ACCOUNT_SALT_BYTES,
  type AccountKeys,
  derivePasswordKeys,
  type KdfParameters,
  MAX_ITERATIONS,
  MIN_ITERATIONS,
} from '../crypto/account.ts';
import { decodeBase64url, encodeBase64url } from '../crypto/base64url.ts';
import type { WireKdf } from './account-client.ts';
import { AccountError, orRefuse } from './account-error.ts';
import type { Remembered } from './device-memory.ts';

/** What new passwords get; raised here when machines grow faster. Accounts follow with their next change of password. */
export const NEW_ITERATIONS = 600_000;

/**
 * The parameters that the server names, refused before anything is derived from the password.
 * @throws {AccountError} `invalid-answer`, `salt-changed`, `kdf-lowered`, `kdf-unsafe`
 */
export async function checkKdf(
  { salt, iterations }: WireKdf,
  known: Remembered | undefined,
): Promise<KdfParameters> {
  const bytes = await orRefuse('invalid-answer', () => decodeBase64url(salt, ACCOUNT_SALT_BYTES));
  // First, since nothing of another account can be compared.
  if (known && salt !== known.salt) throw new AccountError('salt-changed');
  if (known && iterations < known.iterations) throw new AccountError('kdf-lowered');
  const isSafe = iterations >= MIN_ITERATIONS && iterations <= MAX_ITERATIONS;
  if (!isSafe || !Number.isInteger(iterations)) throw new AccountError('kdf-unsafe');
  return { salt: bytes, iterations };
}

/** Keys of the password under parameters that were checked. */
export async function derivePassword(
  password: string,
  kdf: WireKdf,
  known: Remembered | undefined,
): Promise<AccountKeys> {
  return derivePasswordKeys(password, await checkKdf(kdf, known));
}

/** The parameters of a new password in an account that has these: the salt stays, the cost never falls. */
export function renewKdf({ salt, iterations }: KdfParameters): KdfParameters {
  return { salt, iterations: Math.max(iterations, NEW_ITERATIONS) };
}

export function writeKdf({ salt, iterations }: KdfParameters): WireKdf {
  return { salt: encodeBase64url(salt), iterations };
}
