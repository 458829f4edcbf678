import { ApiError } from '../api/client/api-error.ts';
import { downloadItem, pullItems } from '../api/client/library/pull-items.ts';
import type { LibraryTransport } from '../api/client/library/transport.ts';
import type { ItemChange } from '../api/contract/library.ts';
import { BATCH_MAX_BYTES, BATCH_MAX_ITEMS } from '../api/library-limits.ts';
import { decodeBase64url } from '../crypto/base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { Line } from './mirror.ts';
import { openItem } from './seal-item.ts';

export interface Reading {
  readonly transport: LibraryTransport;
  readonly userKey: SymmetricKey;
}

/** Consecutive changes whose bodies fit into one request. */
export function batchBySize(changes: readonly ItemChange[]): readonly (readonly ItemChange[])[] {
  const batches: ItemChange[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const batch = batches.at(-1);
    bytes += change.size;
    if (batch && batch.length < BATCH_MAX_ITEMS && bytes <= BATCH_MAX_BYTES) batch.push(change);
    else {
      batches.push([change]);
      bytes = change.size;
    }
  }
  return batches;
}

/** The bodies of a batch, by item id; those that the server has no more are left out. */
export async function readBodies(
  { transport }: Reading,
  wanted: readonly Pick<ItemChange, 'id' | 'version' | 'size'>[],
): Promise<ReadonlyMap<string, Bytes>> {
  const bodies = new Map<string, Bytes>();
  const [only] = wanted;
  if (wanted.length === 1 && only && only.size > BATCH_MAX_BYTES) {
    const body = await downloadItem(transport, only).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'item-not-found') return undefined;
      throw error;
    });
    if (body) bodies.set(only.id, body);
  } else if (wanted.length > 0) {
    const named = wanted.map(({ id, version }) => ({ id, version }));
    for (const { id, body } of await pullItems(transport, named)) bodies.set(id, body);
  }
  return bodies;
}

/** @throws {CryptoError} `cannot-open` */
export async function openChange(
  { userKey }: Reading,
  { id, version, wrappedKey = '' }: Pick<ItemChange, 'id' | 'version' | 'wrappedKey'>,
  body: Bytes,
): Promise<{ readonly line: Line; readonly blob: Bytes }> {
  const item = { id: decodeBase64url(id, OBJECT_ID_BYTES) as ObjectId, version };
  const { name, blob } = await openItem(userKey, item, { wrappedKey, body });
  return { line: { name, id, version }, blob };
}
