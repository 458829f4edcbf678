import { unwrapDataKey, wrapDataKey } from '../crypto/account-objects.ts';
import { decodeBase64url, encodeBase64url } from '../crypto/base64url.ts';
import { KEY_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { type Bytes, concat, randomBytes, utf8 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/envelope.ts';
import { cannotOpen } from '../crypto/error.ts';

/* An item's version as the server keeps it: an envelope of role `vault-item` under a data key of its own, which is
 * wrapped under the user key. Sealed is: length of the name u16 | name | what is kept under it. */

export interface ItemContent {
  readonly name: string;
  readonly blob: Bytes;
}

export interface SealedItem {
  /** base64url. */
  readonly wrappedKey: string;
  readonly body: Bytes;
}

/** Seals `content` as that version of the item. */
export async function sealItem(
  userKey: SymmetricKey,
  item: { readonly id: ObjectId; readonly version: number },
  { name, blob }: ItemContent,
): Promise<SealedItem> {
  const dataKey = randomBytes(KEY_BYTES) as SymmetricKey;
  const nameBytes = utf8(name);
  const length = Uint8Array.of(nameBytes.length >> 8, nameBytes.length & 255);
  const [wrapped, body] = await Promise.all([
    wrapDataKey(userKey, item, dataKey),
    seal(dataKey, { role: 'vault-item', ...item }, concat(length, nameBytes, blob)),
  ]);
  return { wrappedKey: encodeBase64url(wrapped), body };
}

/** @throws {CryptoError} `cannot-open`: damaged, another item, another version, or under another user key */
export async function openItem(
  userKey: SymmetricKey,
  item: { readonly id: ObjectId; readonly version: number },
  { wrappedKey, body }: SealedItem,
): Promise<ItemContent> {
  const dataKey = await unwrapDataKey(userKey, item, decodeWrapped(wrappedKey));
  const data = await open(dataKey, { role: 'vault-item', ...item }, body);
  const end = 2 + (((data[0] ?? 0) << 8) | (data[1] ?? 0));
  if (data.length < end) throw cannotOpen();
  return { name: new TextDecoder().decode(data.subarray(2, end)), blob: data.slice(end) };
}

function decodeWrapped(text: string): Bytes {
  try {
    return decodeBase64url(text);
  } catch {
    throw cannotOpen();
  }
}
