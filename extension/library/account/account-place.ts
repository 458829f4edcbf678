import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import type { Vault } from '../../../shared/keys/vault.ts';
import type { SyncSetting } from '../../../shared/sync/sync-library.ts';
import { readStanding } from '../../account/session/account-record.ts';
import { listenForAccountChanges } from '../../account/session/announce-account.ts';

/** The account's library in this profile, open. */
export interface AccountPlace {
  readonly accountId: string;
  readonly vault: Vault;
  readonly setting: SyncSetting;
}

type OpenPlace = () => Promise<AccountPlace | undefined>;

let openPlace: OpenPlace | undefined;
let opening: ReturnType<OpenPlace> | undefined;
let isListening = false;

/**
 * The account's library; undefined while nobody is signed in or the account is locked. Where this device opens it for
 * the first time, the server is asked. What opens it is loaded only where somebody is signed in.
 */
export function openAccountPlace(): Promise<AccountPlace | undefined> {
  // Before the caller listens itself: once it hears of a change, nothing older is given to it.
  if (!isListening) {
    isListening = true;
    listenForAccountChanges(() => {
      opening = undefined;
    });
  }
  if (opening) return opening;
  const now = open();
  opening = now;
  now.then(
    (place) => {
      if (!place && opening === now) opening = undefined;
    },
    () => {
      if (opening === now) opening = undefined;
    },
  );
  return now;
}

async function open(): Promise<AccountPlace | undefined> {
  if (!openPlace) {
    if (!(await readStanding())) return undefined;
    ({ openPlace } = await import('./account-opening.ts'));
  }
  return openPlace();
}

/** For a service worker, which may not import anything after its start: it brings what opens the library. */
export function openAccountPlaceBy(opener: OpenPlace): void {
  openPlace = opener;
}

/** What lies in the account can't be used now. */
export function lockedError(): SealedStoreError {
  return new SealedStoreError('locked', 'The account is locked.');
}
