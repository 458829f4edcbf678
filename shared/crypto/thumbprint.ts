import type { Bytes } from './bytes.ts';
import { utf8 } from './bytes.ts';
import { sha256 } from './hash.ts';

/** JWK thumbprint (RFC 7638, SHA-256), 32 bytes. `members` are the required ones of the key's type, no others. */
export function thumbprint(members: Readonly<Record<string, string>>): Promise<Bytes> {
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(utf8(JSON.stringify(Object.fromEntries(sorted))));
}
