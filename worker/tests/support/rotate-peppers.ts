import { env } from 'cloudflare:workers';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';

/** Another pepper in front of those of the environment, and what an account's hashes then begin with. */
export function rotatePeppers() {
  const before: Record<string, string> = JSON.parse(env.AUTH_PEPPERS ?? '{}');
  const kid = `k-${encodeBase64url(randomBytes(6))}`;
  const newest = { [kid]: encodeBase64url(randomBytes(32)) };
  return {
    newestKid: kid,
    olderKid: Object.keys(before)[0] ?? '',
    /** Both. */
    rotated: { AUTH_PEPPERS: JSON.stringify({ ...newest, ...before }) },
    /** The older one was dropped. */
    dropped: { AUTH_PEPPERS: JSON.stringify(newest) },
  };
}
