import type { SealedStore } from '../../../shared/keys/sealed-store.ts';
import type { Vault } from '../../../shared/keys/vault.ts';
import { readMirrorState } from '../../../shared/sync/mirror-state.ts';
import { readStanding } from '../../account/session/account-record.ts';
import { LOCAL_VAULT } from '../../storage/local-vault.ts';
import type { DiagramId } from '../model/diagram.ts';
import { RECORDS } from '../shelf.ts';
import { lockedError, openAccountPlace } from './account-place.ts';
import { accountStore } from './account-store.ts';

/* This browser's library and the account's as one. What has a record in the account lies there, with all its parts;
 * everything else lies in this browser. */

/** Under this name the account's folder here notes that new diagrams go into it. */
const NEW_HERE = 'new-here';
const BLOBS = 'blob/';

export type PlaceName = 'browser' | 'account';

/** Where a diagram lies; undefined where there is none. */
export async function findPlace(id: DiagramId): Promise<PlaceName | undefined> {
  if (await isInAccount(id)) return 'account';
  return (await LOCAL_VAULT.store.get(RECORDS + id)) ? 'browser' : undefined;
}

export async function isInAccount(id: DiagramId): Promise<boolean> {
  const standing = await readStanding();
  if (!standing) return false;
  return (await accountStore(standing.accountId).get(BLOBS + RECORDS + id)) !== undefined;
}

/** Where it lies or, of a new one, will be saved. */
export async function findPlaceFor(id: DiagramId | null): Promise<PlaceName> {
  const place = id === null ? undefined : await findPlace(id);
  return place ?? newPlace();
}

/** Ids of all diagrams in the account, whether it is locked or not. */
export async function listAccountIds(): Promise<readonly DiagramId[]> {
  const standing = await readStanding();
  if (!standing) return [];
  const names = await accountStore(standing.accountId).list(BLOBS + RECORDS);
  return names.map((name) => name.slice(BLOBS.length + RECORDS.length) as DiagramId);
}

/** Whether all that lies in the account is known here: until its library was read once, only the server knows. */
export async function isAccountRead(): Promise<boolean> {
  const standing = await readStanding();
  return !standing || (await readMirrorState(accountStore(standing.accountId))).isComplete;
}

/** Whether new diagrams go into the account. */
export async function setNewPlace(place: PlaceName): Promise<void> {
  const standing = await readStanding();
  if (!standing) return;
  const store = accountStore(standing.accountId);
  if (place === 'account') await store.put(NEW_HERE, new Uint8Array(1));
  else await store.delete(NEW_HERE);
}

/** The vaults that are open: folders are in each of them. */
export async function openVaults(): Promise<readonly Vault[]> {
  const account = await openAccountPlace().catch(() => undefined);
  return account ? [LOCAL_VAULT, account.vault] : [LOCAL_VAULT];
}

async function placeOf(name: string): Promise<Vault> {
  const [kind, id] = name.split('/');
  if (id === undefined || (kind !== 'record' && kind !== 'part')) return LOCAL_VAULT;
  const place = await findPlaceFor(id as DiagramId);
  if (place === 'browser') return LOCAL_VAULT;
  const account = await openAccountPlace();
  if (!account) throw lockedError();
  return account.vault;
}

async function newPlace(): Promise<PlaceName> {
  const standing = await readStanding();
  if (!standing || standing.hasEnded) return 'browser';
  const isHere = await accountStore(standing.accountId).get(NEW_HERE);
  // While it is locked, what is new can only be kept here.
  const account = isHere && (await openAccountPlace().catch(() => undefined));
  return account ? 'account' : 'browser';
}

const JOINED_STORE: SealedStore = {
  put: async (name, blob) => (await placeOf(name)).store.put(name, blob),
  get: async (name) => (await placeOf(name)).store.get(name),
  list: async (prefix) => {
    const lists = (await openVaults()).map(({ store }) => store.list(prefix));
    return [...new Set((await Promise.all(lists)).flat())].sort();
  },
  delete: async (name) => {
    const place = await placeOf(name);
    await place.store.delete(name);
    // Once its record is gone, nothing tells where a part lies.
    for (const { store } of await openVaults()) {
      if ((await store.list(name)).includes(name)) await store.delete(name);
    }
  },
};

export const JOINED_VAULT: Vault = { store: JOINED_STORE, keys: LOCAL_VAULT.keys, placeOf };
