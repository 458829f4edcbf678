import type { ActivityKind, ActivityOutcome } from '../../shared/api/activity.ts';
import type { User } from '../access/user.ts';
import { type AccountVisitor, auditStatement } from '../database/accounts/audit.ts';
import type { Statement } from '../database/guarded-batch.ts';
import { accountVisitorOf } from './account-visitor.ts';
import type { AppContext } from './app-env.ts';

/** Something that a user does now: what the account's log and mails tell about it. */
export interface Act {
  readonly accountId: string;
  readonly email: string;
  readonly device: string;
  readonly visitor: AccountVisitor;
  readonly at: Date;
}

export async function actOf(c: AppContext, { accountId, email, device }: User): Promise<Act> {
  return {
    accountId,
    email,
    device,
    visitor: await accountVisitorOf(c, accountId),
    at: new Date(),
  };
}

/** The line of the account's log about this act. */
export function auditAct(
  c: AppContext,
  { accountId, device, visitor, at }: Act,
  what: {
    readonly kind: ActivityKind;
    readonly outcome?: ActivityOutcome;
    readonly detail?: string;
  },
): Statement {
  return auditStatement(c.env.DB, { accountId, device, visitor, at, ...what });
}
