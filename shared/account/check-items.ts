import type { Manifest } from '../crypto/manifest.ts';
import { AccountError } from './account-error.ts';

/** An item as the server lists it. */
export interface ServedItem {
  /** base64url. */
  readonly id: string;
  readonly version: number;
}

/**
 * Refuses a server that leaves out an item of the manifest or shows an older version of it. More and newer items are
 * right: whoever writes puts an item first and names it in the manifest afterwards, and takes it out of the manifest
 * before deleting it. So read the manifest before the list; what seems missing may just have been deleted elsewhere:
 * read the manifest once more, and refuse only what it still names.
 * @throws {AccountError} `item-missing`, `item-older`, with their ids
 */
export function checkItems({ items }: Manifest, served: Iterable<ServedItem>): void {
  const versions = new Map<string, number>();
  for (const { id, version } of served) versions.set(id, version);
  const missing = [...items.keys()].filter((id) => !versions.has(id));
  if (missing.length > 0) throw new AccountError('item-missing', { ids: missing });
  const older = [...items].filter(([id, version]) => (versions.get(id) ?? 0) < version);
  if (older.length > 0) throw new AccountError('item-older', { ids: older.map(([id]) => id) });
}

/** The manifest with these items at these versions, or without where there is none. */
export function nameItems(
  manifest: Manifest,
  changes: ReadonlyMap<string, number | undefined>,
): Manifest {
  const items = new Map(manifest.items);
  for (const [id, version] of changes) {
    if (version === undefined) items.delete(id);
    else items.set(id, Math.max(version, items.get(id) ?? 0));
  }
  return { ...manifest, items };
}
