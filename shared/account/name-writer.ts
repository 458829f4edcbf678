import { encodeBase64url } from '../crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../crypto/brand.ts';
import { randomBytes } from '../crypto/bytes.ts';
import type { Remembered, Seen } from './device-memory.ts';

/** Gives the device a name of its own as a writer of manifests. */
export function nameWriter(seen: Seen): Remembered {
  return { ...seen, writer: encodeBase64url(randomBytes(OBJECT_ID_BYTES)) };
}
