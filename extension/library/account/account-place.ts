import { userOf } from '../../../shared/account/account-server.ts';
import { updateManifest } from '../../../shared/account/manifest.ts';
import { wrapUnder } from '../../../shared/keys/key-wrapper.ts';
import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import type { Vault } from '../../../shared/keys/vault.ts';
import type { ManifestAccess } from '../../../shared/sync/library-manifest.ts';
import { openLibrary } from '../../../shared/sync/open-library.ts';
import type { SyncSetting } from '../../../shared/sync/sync-library.ts';
import { readOpenAccount } from '../../account/acts/read-account.ts';
import { readStanding } from '../../account/session/account-record.ts';
import { listenForAccountChanges } from '../../account/session/announce-account.ts';
import { connect } from '../../account/session/connection.ts';
import { DEVICE_MEMORY } from '../../account/session/device-memory.ts';
import { openLibraryTransport } from '../../account/session/library-transport.ts';
import { readUserKey } from '../../account/session/open-keys.ts';
import { accountMirror } from './account-mirror.ts';

/** The account's library in this profile, open. */
export interface AccountPlace {
  readonly accountId: string;
  readonly vault: Vault;
  readonly setting: SyncSetting;
}

let opening: Promise<AccountPlace | undefined> | undefined;
/** The one that was opened last. */
let last: AccountPlace | undefined;

const listeners = new Set<() => void>();

/** Calls `listen` after this page changed something in the account's library, until the returned function is called. */
export function listenForAccountEdits(listen: () => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}
let isListening = false;

/**
 * The account's library; undefined while nobody is signed in or the account is locked. Where this device opens it for
 * the first time, the server is asked.
 */
export function openAccountPlace(): Promise<AccountPlace | undefined> {
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
  const standing = await readStanding();
  const key = await readUserKey();
  if (!standing || !key) return undefined;
  const { accountId } = standing;
  const { generation } = last?.setting ?? {};
  if (last?.accountId === accountId && generation === key.generation) return last;
  const mirror = accountMirror(accountId);
  mirror.onChange = () => {
    for (const listen of listeners) listen();
  };
  const transport = await openLibraryTransport();
  const keys = await openLibrary(transport, key, mirror);
  const setting = { transport, ...key, keys, mirror, manifest: MANIFEST };
  const vault = { store: mirror.library, keys: wrapUnder(keys.deviceKey) };
  last = { accountId, vault, setting };
  return last;
}

const MANIFEST: ManifestAccess = {
  read: async () => (await readOpenAccount()).open.manifest,
  async update(change) {
    const { open } = await readOpenAccount();
    await updateManifest(userOf(await connect()), open, change, DEVICE_MEMORY);
  },
};

/** What lies in the account can't be used now. */
export function lockedError(): SealedStoreError {
  return new SealedStoreError('locked', 'The account is locked.');
}
