import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { type Bytes, concat, randomBytes } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import type { KeyProvider, SealingKey } from './key-provider.ts';

/* What the server must be able to read lies at rest as `kid.b64u(iv | AES-256-GCM ciphertext | tag)`. The
 * place, that is what it is and whose row it stands in, is authenticated with it: text that is moved to
 * another row does not open there. */

const IV_BYTES = 12;

/** Where sealed text belongs, e.g. `totp` and the account's id. */
export interface Place {
  readonly purpose: string;
  readonly rowId: string;
}

/** Seals `plaintext` for its place, under the newest key. */
export async function sealText(keys: KeyProvider, place: Place, plaintext: Bytes): Promise<string> {
  const { kid, key } = await keys.newest();
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt(algorithm(iv, kid, place), key, plaintext);
  return `${kid}.${encodeBase64url(concat(iv, new Uint8Array(sealed)))}`;
}

/** What was sealed for this place, or `null` where the text was not, or its key is gone. */
export async function openText(
  keys: KeyProvider,
  place: Place,
  text: string,
): Promise<Bytes | null> {
  const [kid = '', sealed = ''] = text.split('.', 2);
  const found = await keys.find(kid);
  return found === null ? null : decrypt(found, place, sealed);
}

async function decrypt({ kid, key }: SealingKey, place: Place, sealed: string) {
  try {
    const bytes = decodeBase64url(sealed);
    const iv = bytes.subarray(0, IV_BYTES);
    const ciphertext = bytes.subarray(IV_BYTES);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, kid, place), key, ciphertext));
  } catch {
    return null;
  }
}

function algorithm(iv: Bytes, kid: string, { purpose, rowId }: Place) {
  const place = [kid, purpose, rowId].map((part) => labelled(part));
  return { name: 'AES-GCM', iv, additionalData: labelled('inkseal/sealed/v1', ...place) };
}
