import { userOf } from '../../../shared/account/account-server.ts';
import { updateManifest } from '../../../shared/account/manifest.ts';
import { wrapUnder } from '../../../shared/keys/key-wrapper.ts';
import type { ManifestAccess } from '../../../shared/sync/library-manifest.ts';
import { openLibrary } from '../../../shared/sync/open-library.ts';
import { readOpenAccount } from '../../account/acts/read-account.ts';
import { readStanding } from '../../account/session/account-record.ts';
import { connect } from '../../account/session/connection.ts';
import { DEVICE_MEMORY } from '../../account/session/device-memory.ts';
import { openLibraryTransport } from '../../account/session/library-transport.ts';
import { readUserKey } from '../../account/session/open-keys.ts';
import { accountMirror } from './account-mirror.ts';
import type { AccountPlace } from './account-place.ts';

/** The one that was opened last. */
let last: AccountPlace | undefined;

const listeners = new Set<() => void>();

/** Calls `listen` after this page changed something in the account's library, until the returned function is called. */
export function listenForAccountEdits(listen: () => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

/** What `openAccountPlace` needs once somebody is signed in. */
export async function openPlace(): Promise<AccountPlace | undefined> {
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
