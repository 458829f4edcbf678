import type { SignedIn } from '../../../shared/account/signed-in.ts';
import { sessionOf } from '../../../shared/api/client/accounts/session.ts';
import { writeStanding } from '../session/account-record.ts';
import { keepUserKey } from '../session/open-keys.ts';
import { keepTokens } from '../session/session-store.ts';
import { keepStoredAccount } from '../session/stored-account.ts';

/** Keeps all of an account that was just signed in to; the profile belongs to it, and it is open. */
export async function keepSignedIn(origin: string, { tokens, account }: SignedIn): Promise<void> {
  const { accountId, sessionId } = tokens;
  await keepTokens(sessionOf(tokens));
  await keepStoredAccount(account.stored);
  const { email } = account.stored;
  await keepUserKey(account);
  await writeStanding({ origin, accountId, sessionId, email, hasEnded: false });
}
