import { Mirror } from '../../../shared/sync/mirror.ts';
import { accountStore } from './account-store.ts';

/** Of all pages and the service worker, one synchronises at a time. */
export const SYNC_LOCK = 'inkseal-sync';

/** What this profile has of an account's library, sealed; the same for all its pages. */
export function accountMirror(accountId: string): Mirror {
  const exclusively: ConstructorParameters<typeof Mirror>[1] = async (name, act) =>
    // The word first: no lock's name may begin with -, as an id may.
    navigator.locks.request(`account ${accountId} ${name}`, act) as ReturnType<typeof act>;
  return new Mirror(accountStore(accountId), exclusively);
}
