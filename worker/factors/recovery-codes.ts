import { RECOVERY_CODES } from '../../shared/api/factors.ts';
import { randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import { hashUnder, type Pepper, readPeppers } from '../access/peppers.ts';
import type { Env } from '../bindings.ts';

/* Recovery codes: 12 letters and digits of Crockford's base32, 60 bits, in groups of four. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = 12;

/** Ten codes that nobody had before, e.g. `7k2m-p0xq-9dhr`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, makeCode);
}

function makeCode(): string {
  const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte & 31]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** What is meant by a code as somebody typed it: `I` and `L` are one, `O` is zero. */
export function normaliseCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
}

/** What the server may have kept of a code: a hash under each of its peppers, the one under the newest first. */
export async function hashRecoveryCode(
  env: Env,
  accountId: string,
  code: string,
): Promise<readonly [newest: string, ...older: string[]]> {
  const parts = [accountId, normaliseCode(code)].map(utf8);
  const data = labelled('inkseal/recovery-code/v1', ...parts);
  const [newest, ...older] = await readPeppers(env);
  const hash = (pepper: Pepper) => hashUnder(pepper, data);
  return [await hash(newest), ...(await Promise.all(older.map(hash)))];
}
