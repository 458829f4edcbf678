import { desc, eq, lt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { AdminAction } from '../../shared/api/operator.ts';
import { OPERATOR_PAGE } from '../../shared/api/operator.ts';
import type { Statement } from './guarded-batch.ts';
import { accounts } from './schema/accounts.ts';
import { adminLog } from './schema/admin-log.ts';

export interface AdminAct {
  readonly adminId: string;
  readonly action: AdminAction;
  /** The id of a share, a report or an account. */
  readonly target: string;
  readonly reason: string;
  readonly at: Date;
}

/** One line of the operator's log; belongs into the batch of what it tells about. */
export function adminLogStatement(database: D1Database, act: AdminAct): Statement {
  return drizzle(database).insert(adminLog).values(act);
}

/** A page of the log, newest first. An admin whose account is deleted has no address any more. */
export function readAdminLog(database: D1Database, before: number | null) {
  return drizzle(database)
    .select({ line: adminLog, admin: accounts.email })
    .from(adminLog)
    .leftJoin(accounts, eq(accounts.id, adminLog.adminId))
    .where(before === null ? undefined : lt(adminLog.id, before))
    .orderBy(desc(adminLog.id))
    .limit(OPERATOR_PAGE);
}
