import type { AdminLogLine, OperatorAccount, Report } from '../../../shared/api/contract.ts';
import type { OperatedAccount } from '../../database/accounts/operate-accounts.ts';
import type { readAdminLog } from '../../database/admin-log.ts';
import type { ReportRow } from '../../database/reports.ts';

/* Rows as the operator's page gets them. */

export function describeReport(row: ReportRow): Report {
  const { id, shareId, reason, address, createdAt, closedAt, ending, closingReason } = row;
  const closed = closedAt !== null && ending !== null;
  return {
    id,
    shareId,
    reason,
    address,
    createdAt: createdAt.toISOString(),
    ...(closed && {
      closed: { at: closedAt.toISOString(), ending, reason: closingReason ?? '' },
    }),
  };
}

export function describeAccount(account: OperatedAccount): OperatorAccount {
  const { createdAt, lastSeenAt } = account;
  return {
    ...account,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  };
}

export function describeLine({
  line: { at, ...line },
  admin,
}: Awaited<ReturnType<typeof readAdminLog>>[number]): AdminLogLine {
  return { ...line, at: at.toISOString(), admin };
}
