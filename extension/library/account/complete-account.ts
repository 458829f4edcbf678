import { readStanding } from '../../account/session/account-record.ts';
import { openAccountPlace } from './account-place.ts';

/** `locked`: what lies in the account can't be read; `behind`: what other devices did since can't be fetched. */
export type Completeness = 'complete' | 'locked' | 'behind';

/** Fetches what other devices put into the account, so that all of it is here; says where it is not. */
export async function completeAccount(): Promise<Completeness> {
  const standing = await readStanding();
  if (!standing) return 'complete';
  try {
    const place = await openAccountPlace();
    if (!place) return 'locked';
    const { SYNC_LOCK, syncPlace } = await import('./account-code.ts');
    await navigator.locks.request(SYNC_LOCK, () => syncPlace(place));
    return 'complete';
  } catch {
    return 'behind';
  }
}
