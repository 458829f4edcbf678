import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { Remembered } from '../../shared/account/device-memory.ts';
import { nameWriter } from '../../shared/account/name-writer.ts';
import type { Bytes } from '../../shared/crypto/bytes.ts';
import type { AccountStanding } from '../account/session/account-record.ts';
import type { UnsealedDraft } from '../drafts/seal-old-drafts.ts';
import type { OwnerRecord } from '../my-shares/owner-record.ts';
import type { StoredSettings } from '../settings/settings.ts';
import type { SealedBytes } from './profile-key.ts';

/** All that the extension keeps in this profile. */
export interface InksealSchema extends DBSchema {
  /** `profile`: the key that everything is sealed under; the browser never gives it out. */
  keys: { key: 'profile'; value: CryptoKey };
  shares: { key: string; value: OwnerRecord };
  settings: { key: 'settings'; value: StoredSettings };
  /** Empty, but for what a version before 3 left and is not sealed yet. */
  drafts: { key: string; value: UnsealedDraft };
  /** Diagrams, drafts, session originals: see `local-store.ts`. */
  sealed: { key: string; value: Bytes };
  /** `standing`: the account that this profile is signed in to; `device`: the id of this profile among its devices. */
  account: { key: 'standing' | 'device'; value: AccountStanding | string };
  /** What this device saw of each account it ever opened, by the account's id; it outlives signing out. */
  accountMemory: { key: string; value: Remembered };
  /** What belongs to that account and nobody else should read, under names of `account-secrets.ts`. */
  accountSecrets: { key: string; value: SealedBytes };
}

export type InksealDatabase = IDBPDatabase<InksealSchema>;

export const DATABASE_NAME = 'inkseal';

type Upgrade = (
  database: InksealDatabase,
  transaction: IDBPTransaction<InksealSchema, StoreNames<InksealSchema>[], 'versionchange'>,
) => unknown;

/** What leads from version n to n + 1. A step that was ever released never changes. */
const UPGRADES: readonly Upgrade[] = [
  (database) => {
    database.createObjectStore('keys');
    database.createObjectStore('shares', { keyPath: 'id' });
    database.createObjectStore('settings');
  },
  (database) => {
    database.createObjectStore('drafts', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('sealed');
  },
  (database) => {
    database.createObjectStore('account');
    database.createObjectStore('accountMemory', { keyPath: 'accountId' });
    database.createObjectStore('accountSecrets');
  },
  async (_database, transaction) => {
    const memory = transaction.objectStore('accountMemory');
    // None of them had a name as a writer of manifests, or had seen one.
    for (const known of await memory.getAll())
      await memory.put(nameWriter({ ...known, writers: {} }));
  },
];

let opening: Promise<InksealDatabase> | undefined;

/** The profile's database, brought up to this version; one connection a page. */
export function openDatabase(): Promise<InksealDatabase> {
  opening ??= openDB<InksealSchema>(DATABASE_NAME, UPGRADES.length, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      for (const upgrade of UPGRADES.slice(oldVersion)) await upgrade(database, transaction);
    },
    // A newer version of the extension waits to upgrade: let it.
    blocking: () => void closeDatabase(),
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

function forget(): void {
  opening = undefined;
}

async function closeDatabase(): Promise<void> {
  const open = opening;
  opening = undefined;
  (await open)?.close();
}
