import type { SealedVersion } from '../api/client/library/push-items.ts';
import { BATCH_MAX_BYTES, BATCH_MAX_ITEMS } from '../api/library-limits.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import type { SymmetricKey } from '../crypto/brand.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { LibraryKeys } from './library-key.ts';
import { digestBlob, type Line, type Mirror } from './mirror.ts';
import { sealItem } from './seal-item.ts';

export interface Sealing {
  readonly userKey: SymmetricKey;
  readonly keys: LibraryKeys;
  readonly mirror: Mirror;
}

/** One change that goes out. */
export interface Outgoing extends SealedVersion {
  readonly name: string;
  readonly mark: Bytes;
  /** Of what is under the name. */
  readonly digest: string;
}

/**
 * Seals what is under these names as the version after the one in `lines`, in batches that each fit into one request.
 * One that is too long for that is a batch of its own.
 */
export async function* sealBatches(
  sealing: Sealing,
  names: readonly string[],
  lines: ReadonlyMap<string, Line>,
): AsyncGenerator<readonly Outgoing[], undefined> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for (const name of names) {
    const outgoing = await sealChange(sealing, name, lines.get(name)?.version ?? 0);
    if (!outgoing) continue;
    bytes += outgoing.body.length;
    if (batch.length === BATCH_MAX_ITEMS || (batch.length > 0 && bytes > BATCH_MAX_BYTES)) {
      yield batch;
      batch = [];
      bytes = outgoing.body.length;
    }
    batch.push(outgoing);
  }
  if (batch.length > 0) yield batch;
  return undefined;
}

async function sealChange(
  { userKey, keys, mirror }: Sealing,
  name: string,
  base: number,
): Promise<Outgoing | undefined> {
  const mark = await mirror.changeOf(name);
  const blob = await mirror.library.get(name);
  // Deleted just now: the next round brings that.
  if (!mark || !blob) return undefined;
  const id = await keys.idOf(name);
  const [sealed, digest] = await Promise.all([
    sealItem(userKey, { id, version: base + 1 }, { name, blob }),
    digestBlob(blob),
  ]);
  return { name, mark, digest, id: encodeBase64url(id), base, ...sealed };
}
