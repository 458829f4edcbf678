import { useState } from 'preact/hooks';
import { AccountError } from '../../../shared/account/account-error.ts';

/** Whether under the address there is another account than this browser knows, as far as it was noticed. */
export type ChangedAccount = 'unnoticed' | 'noticed' | 'forgotten';

/** Keeps a form from saying only that the server is refused, where another account is under the address. */
export function useChangedAccount() {
  const [state, setState] = useState<ChangedAccount>('unnoticed');

  /** Runs what speaks to the server; false where another account was noticed. */
  async function notice(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (!isOtherAccount(error)) throw error;
      setState('noticed');
      return false;
    }
  }

  return { state, setState, notice };
}

function isOtherAccount(error: unknown): boolean {
  return (
    error instanceof AccountError &&
    (error.code === 'salt-changed' || error.code === 'account-swapped')
  );
}
