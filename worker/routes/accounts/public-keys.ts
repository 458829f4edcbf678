import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { invalidRequest } from '../../http/api-error.ts';

const UNCOMPRESSED = 4;
const ALGORITHM = { name: 'ECDH', namedCurve: 'P-384' };

/**
 * Refuses keys that others could not seal to: each must be an uncompressed point on P-384, each id there once.
 * @throws {ApiError} 400 with the path of the first wrong one
 */
export async function requireGoodKeys(
  keys: readonly { readonly id: string; readonly publicKey: Bytes }[],
): Promise<void> {
  const seen = new Set<string>();
  for (const [n, { id, publicKey }] of keys.entries()) {
    if (seen.has(id)) throw invalidRequest(`account.keys.${n}.id`);
    seen.add(id);
    if (!(await isOnCurve(publicKey))) throw invalidRequest(`account.keys.${n}.publicKey`);
  }
}

async function isOnCurve(point: Bytes): Promise<boolean> {
  if (point[0] !== UNCOMPRESSED) return false;
  try {
    await crypto.subtle.importKey('raw', point, ALGORITHM, true, []);
    return true;
  } catch {
    return false;
  }
}
