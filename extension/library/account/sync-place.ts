import { i18n } from '#i18n';
import { AccountError } from '../../../shared/account/account-error.ts';
import { ApiError } from '../../../shared/api/client/api-error.ts';
import { CryptoError } from '../../../shared/crypto/error.ts';
import { type Synced, type SyncOptions, syncLibrary } from '../../../shared/sync/sync-library.ts';
import { readOpenAccount } from '../../account/acts/read-account.ts';
import { announceChange } from '../announce-change.ts';
import { BROWSER_SHELF } from '../library.ts';
import type { DiagramId } from '../model/diagram.ts';
import { RECORDS } from '../shelf.ts';
import type { AccountPlace } from './account-place.ts';
import { resolveClashes } from './resolve-clashes.ts';
import { isPartNeeded } from './sweep-strays.ts';

/**
 * Brings the account's library here and at its server to the same state, and tells all pages what changed here. Only
 * under `SYNC_LOCK`. Where the account's key was renewed elsewhere, the account locks: what waits goes out once it is
 * open again.
 * @throws as `syncLibrary`
 */
export async function syncPlace(
  place: AccountPlace,
  onProgress?: SyncOptions['onProgress'],
): Promise<Synced> {
  try {
    const synced = await syncLibrary(place.setting, {
      ...(onProgress && { onProgress }),
      resolve: (clashes) => resolveClashes(place, clashes, nameCopy),
      isNeeded: (name) => isPartNeeded({ ...BROWSER_SHELF, vault: place.vault }, name),
    });
    announceSynced(synced);
    return synced;
  } catch (error) {
    if (maySayRenewed(error)) await readOpenAccount().catch(() => {});
    throw error;
  }
}

const nameCopy = (name: string) => i18n.t('sync.copyName', [name || i18n.t('library.unnamed')]);

function announceSynced({ changed }: Synced): void {
  if (changed.length === 0) return;
  for (const name of changed.filter((it) => it.startsWith(RECORDS))) {
    const id = name.slice(RECORDS.length) as DiagramId;
    announceChange({ id, version: Number.MAX_SAFE_INTEGER });
  }
  announceChange({});
}

function maySayRenewed(error: unknown): boolean {
  if (error instanceof AccountError) return error.code === 'key-rotated';
  if (error instanceof ApiError) return error.code === 'user-key-renewed';
  return error instanceof CryptoError;
}
