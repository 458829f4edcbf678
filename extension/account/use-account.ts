import { useEffect, useState } from 'preact/hooks';
import { canUnlockByPasskey } from './acts/unlock.ts';
import { type AccountStanding, readStanding } from './session/account-record.ts';
import { listenForAccountChanges } from './session/announce-account.ts';
import { type LockReason, readLockReason, readUserKey } from './session/open-keys.ts';

/** How this profile stands to an account. */
export type AccountState =
  | { readonly name: 'loading' }
  | { readonly name: 'none' }
  /** The server ended the session. */
  | { readonly name: 'ended'; readonly standing: AccountStanding }
  | {
      readonly name: 'locked';
      readonly standing: AccountStanding;
      readonly hasPasskey: boolean;
      readonly reason: LockReason | undefined;
    }
  | { readonly name: 'open'; readonly standing: AccountStanding };

/** Followed as it changes, here and in other pages. */
export function useAccount(): AccountState {
  const [state, setState] = useState<AccountState>({ name: 'loading' });
  useEffect(() => {
    const follow = () => void readState().then(setState);
    follow();
    return listenForAccountChanges(follow);
  }, []);
  return state;
}

async function readState(): Promise<AccountState> {
  const standing = await readStanding();
  if (!standing) return { name: 'none' };
  if (standing.hasEnded) return { name: 'ended', standing };
  if (await readUserKey()) return { name: 'open', standing };
  const [hasPasskey, reason] = await Promise.all([canUnlockByPasskey(), readLockReason()]);
  return { name: 'locked', standing, hasPasskey, reason };
}
