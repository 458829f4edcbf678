import type { ActivityKind } from '../../../shared/api/activity.ts';
import type { ParsedSecondFactorRequest } from '../../../shared/api/contract.ts';
import { auditStatement } from '../../database/accounts/audit.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { type Asked, type Proven, proveSecondFactor } from '../../factors/prove.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext } from '../../http/app-env.ts';

/**
 * Checks a second factor. What comes of it is the caller's: `spend` goes into the batch of what it allows.
 * @param kind under which a wrong one stands in the account's log
 * @throws {ApiError} `challenge-ended`, `too-many-attempts`, `wrong-code`, `wrong-passkey`
 */
export async function checkSecondFactor(
  c: AppContext,
  asked: Asked,
  kind: ActivityKind,
  request: ParsedSecondFactorRequest,
): Promise<Proven> {
  const at = new Date();
  const proven = await proveSecondFactor(c.env, asked, request, at.getTime());
  if (proven.ok) return proven;
  const { accountId, outcome, code } = proven;
  const visitor = await accountVisitorOf(c, accountId);
  const line = auditStatement(c.env.DB, { accountId, kind, outcome, visitor, at });
  await runGuarded(c.env.DB, [line]);
  throw new ApiError(code);
}
