import { openDatabase } from '../../storage/database.ts';
import { announceAccountChange } from './announce-account.ts';

/** Which account this profile is signed in to. Nothing of it opens anything. */
export interface AccountStanding {
  readonly version: 1;
  /** Of the server that keeps the account. */
  readonly origin: string;
  /** base64url. */
  readonly accountId: string;
  readonly sessionId: string;
  readonly email: string;
  /** The server ended this session: the person has to sign in again. What lies here stays. */
  readonly hasEnded: boolean;
}

const KEY = 'standing';

export async function readStanding(): Promise<AccountStanding | undefined> {
  return (await (await openDatabase()).get('account', KEY)) as AccountStanding | undefined;
}

export async function writeStanding(standing: Omit<AccountStanding, 'version'>): Promise<void> {
  await (await openDatabase()).put('account', { version: 1, ...standing }, KEY);
  announceAccountChange();
}

/** Notes that the server ended the session `sessionId`; another one that was begun meanwhile goes on. */
export async function markEnded(sessionId: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction('account', 'readwrite');
  const standing = (await transaction.store.get(KEY)) as AccountStanding | undefined;
  if (standing?.sessionId === sessionId) {
    await transaction.store.put({ ...standing, hasEnded: true }, KEY);
  }
  await transaction.done;
  announceAccountChange();
}

/** The account has another address now. */
export async function changeStandingEmail(email: string): Promise<void> {
  const standing = await readStanding();
  if (standing) await writeStanding({ ...standing, email });
}

/** Forgets the account with all its secrets here; on its server it stays, and so does what this device saw of it. */
export async function deleteStanding(): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(['account', 'accountSecrets'], 'readwrite');
  await Promise.all([
    transaction.objectStore('account').delete(KEY),
    transaction.objectStore('accountSecrets').clear(),
    transaction.done,
  ]);
  announceAccountChange();
}
