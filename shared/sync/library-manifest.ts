import { checkItems, nameItems, type ServedItem } from '../account/check-items.ts';
import type { Manifest } from '../crypto/manifest.ts';

/** The account's sealed list of what the server must have; see `shared/account/manifest.ts`. */
export interface ManifestAccess {
  read(): Promise<Manifest>;
  update(change: (manifest: Manifest) => Manifest): Promise<void>;
}

/** Says in the manifest at which versions the server has these items, or that it has them no more. */
export function listItems(
  manifest: ManifestAccess,
  changes: ReadonlyMap<string, number | undefined>,
): Promise<void> {
  return manifest.update((before) => nameItems(before, changes));
}

/**
 * Notices a server that withholds an item or shows an old version of it. What seems wrong may just have been changed
 * elsewhere: then `readAgain` reads the changes once more, and only what is wrong again is refused.
 * @throws {AccountError} `item-missing`, `item-older`
 */
export async function checkServed(
  manifest: ManifestAccess,
  served: () => Iterable<ServedItem>,
  readAgain: () => Promise<void>,
): Promise<void> {
  const seen = await manifest.read();
  try {
    checkItems(seen, served());
  } catch {
    await readAgain();
    checkItems(await manifest.read(), served());
  }
}
