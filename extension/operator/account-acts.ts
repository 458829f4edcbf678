import {
  changeRole,
  restoreSuspended,
  suspendAccount,
} from '../../shared/api/client/accounts/admin.ts';
import type { UserConnection } from '../../shared/api/client/accounts/session.ts';
import type { OperatorAccount } from '../../shared/api/contract.ts';
import { connect } from '../account/session/connection.ts';

type Act = (connection: UserConnection, id: string, reason: string) => Promise<OperatorAccount>;

const ACTS = {
  suspend: suspendAccount,
  restore: restoreSuspended,
  promote: (connection, id, reason) => changeRole(connection, id, { role: 'admin', reason }),
  demote: (connection, id, reason) => changeRole(connection, id, { role: 'user', reason }),
} as const satisfies Record<string, Act>;

export type AccountAct = keyof typeof ACTS;

/** What can be done about an account as it is: an operator has to lose that role before being suspended. */
export function actsFor({ role, state }: OperatorAccount): readonly AccountAct[] {
  if (role === 'admin') return ['demote'];
  return state === 'suspended' ? ['restore'] : ['suspend', 'promote'];
}

/** The account as it is afterwards. @throws {ApiError} `step-up-required`, `own-account`, `is-admin`, `account-changed` */
export async function changeAccount(
  name: AccountAct,
  id: string,
  reason: string,
): Promise<OperatorAccount> {
  return ACTS[name](await connect(), id, reason);
}
