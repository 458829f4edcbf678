import type { ActivityKind } from '../../../shared/api/activity.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { beginAttempt } from '../../access/attempts.ts';
import { userOf } from '../../access/user.ts';
import { verifyAuth } from '../../access/verifier.ts';
import { type AccountRow, findAccount } from '../../database/accounts/find-account.ts';
import { renewVerifier } from '../../database/accounts/renew-verifier.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { type Act, actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext } from '../../http/app-env.ts';

/** A user who proved the password again, and what is done now. */
export interface Confirmed {
  readonly account: AccountRow;
  readonly act: Act;
}

/**
 * Checks the password of whoever is signed in. Tries are counted apart from those of sign-in: strangers who guess
 * there lock nobody out here.
 * @param kind what it is asked for: a wrong password stands in the log under it
 * @throws {ApiError} `wrong-credentials`, `too-many-attempts`
 */
export async function confirmPassword(
  c: AppContext,
  auth: Bytes,
  kind: ActivityKind,
): Promise<Confirmed> {
  const user = userOf(c);
  const act = await actOf(c, user);
  const succeed = await beginAttempt(c.env, 'password', user.accountId);
  const account = await findAccount(c.env.DB, { id: user.accountId });
  const { isRight, renewed } = await verifyAuth(c.env, auth, account?.authHash ?? null);
  if (account === null || !isRight) {
    await runGuarded(c.env.DB, [auditAct(c, act, { kind, outcome: 'wrong-password' })]);
    throw new ApiError('wrong-credentials');
  }
  await succeed();
  await renewVerifier(c.env.DB, account, { authHash: renewed });
  return { account, act };
}
