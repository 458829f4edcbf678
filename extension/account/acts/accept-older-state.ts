import { userOf } from '../../../shared/account/account-server.ts';
import { acceptManifest } from '../../../shared/account/manifest.ts';
import { OlderStateError } from '../../../shared/account/older-state.ts';
import { readAccount } from '../../../shared/api/client/accounts/account.ts';
import { accountMirror, SYNC_LOCK } from '../../library/account/account-mirror.ts';
import { readStanding } from '../session/account-record.ts';
import { announceAccountChange } from '../session/announce-account.ts';
import { connect } from '../session/connection.ts';
import { DEVICE_MEMORY } from '../session/device-memory.ts';
import { LockedError } from '../session/locked-error.ts';
import { readUserKey } from '../session/open-keys.ts';
import { SESSION_STORE } from '../session/session-store.ts';
import { keepStoredAccount } from '../session/stored-account.ts';

/** Notes that the account's library here is to be brought together with a restored server's. Before that is accepted. */
async function noteRejoining(accountId: string): Promise<void> {
  await navigator.locks.request(SYNC_LOCK, () => accountMirror(accountId).rejoin());
}

/**
 * What is thrown in place of `error`: where it can be accepted, accepting it prepares the library here and does `keep` with
 * what was entered.
 */
export function acceptedBy<Entered, Kept>(
  keep: (entered: Entered) => Promise<Kept>,
): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof OlderStateError)) throw error;
    throw error.around(async (accept) => {
      // First: until what is here was compared, nothing may go for what a restored server lacks.
      await noteRejoining(error.accountId);
      return keep(await accept());
    });
  };
}

/**
 * Takes what the server shows of the open account for right, though this browser saw more. A state from before the key was
 * renewed opens with the password of then alone: for it, the person has to sign in.
 * @throws {ApiError | UnreachableError | AccountError | LockedError}
 */
export async function acceptOlderState(): Promise<void> {
  const standing = await readStanding();
  const key = await readUserKey();
  if (!standing || !key) throw new LockedError();
  const connection = await connect();
  await noteRejoining(standing.accountId);
  const { generation } = await readAccount(connection);
  if (generation < key.generation) return SESSION_STORE.write(null);
  const { stored } = await acceptManifest(userOf(connection), key, DEVICE_MEMORY);
  await keepStoredAccount(stored);
  announceAccountChange();
}
