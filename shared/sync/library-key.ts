import { encodeBase64url } from '../crypto/base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { asBytes, utf8 } from '../crypto/bytes.ts';
import { hkdf } from '../crypto/hkdf.ts';

/*
 * One key a library, 32 random bytes, made by its first device and kept in the library itself, as the item whose id
 * is all zeros. It stays when the user key is renewed: so names keep their ids.
 */

const SALT = utf8('inkseal/library/v1');

/** Where the library's key lies. */
export const KEY_ITEM = new Uint8Array(OBJECT_ID_BYTES) as ObjectId;
export const KEY_ITEM_ID = encodeBase64url(KEY_ITEM);

export interface LibraryKeys {
  /** The id of what is kept under a name: nobody without the key can tell which name it is. */
  readonly idOf: (name: string) => Promise<ObjectId>;
  /** Wraps what this library keeps on a device. */
  readonly deviceKey: SymmetricKey;
}

export async function deriveLibraryKeys(libraryKey: SymmetricKey): Promise<LibraryKeys> {
  const [names, deviceKey] = await Promise.all([
    hkdf(libraryKey, SALT, 'names'),
    hkdf(libraryKey, SALT, 'device'),
  ]);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', asBytes(names), algorithm, false, ['sign']);
  const idOf = async (name: string) => {
    const hash = await crypto.subtle.sign('HMAC', key, utf8(name));
    return new Uint8Array(hash).slice(0, OBJECT_ID_BYTES) as ObjectId;
  };
  return { idOf, deviceKey };
}
