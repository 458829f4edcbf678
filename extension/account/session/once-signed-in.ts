import { readStanding } from './account-record.ts';
import { listenForAccountChanges } from './announce-account.ts';

/**
 * Does `act` once, as soon as this profile is signed in to an account: now, or when somebody signs in, here or in another
 * page. Where `act` rejects, the next change of the account tries it again.
 * @returns a function that ends the waiting
 */
export function onceSignedIn(act: () => Promise<void>): () => void {
  let isDone = false;
  const look = async () => {
    try {
      if (!(await readStanding()) || isDone) return;
      isDone = true;
      await act();
      stop();
    } catch {
      isDone = false;
    }
  };
  const stop = listenForAccountChanges(() => void look());
  void look();
  return () => {
    isDone = true;
    stop();
  };
}
