import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { OPERATOR_PAGE, type ReportEnding } from '../../shared/api/operator.ts';
import { guard, type Statement } from './guarded-batch.ts';
import { reports } from './schema/reports.ts';

export const REPORTS_A_SHARE = 5;

export type Report = Pick<
  typeof reports.$inferInsert,
  'shareId' | 'address' | 'reason' | 'createdAt'
>;
export type ReportRow = typeof reports.$inferSelect;

/**
 * Keeps a report, unless this address already reported the share or it has enough reports.
 * @returns whether it was kept
 */
export async function keepReport(database: D1Database, report: Report): Promise<boolean> {
  const { shareId, address, reason, createdAt } = report;
  const { meta } = await drizzle(database).run(sql`
    insert into ${reports} (share_id, address, reason, created_at)
    select ${shareId}, ${address}, ${reason}, ${createdAt.getTime()}
    where (select count(*) from ${reports} where ${reports.shareId} = ${shareId}) < ${REPORTS_A_SHARE}
    on conflict do nothing`);
  return meta.changes > 0;
}

/** A page of the queue, newest first. */
export function listReports(
  database: D1Database,
  state: 'open' | 'closed',
  before: number | null,
): Promise<ReportRow[]> {
  const inState = state === 'open' ? isNull(reports.closedAt) : isNotNull(reports.closedAt);
  return drizzle(database)
    .select()
    .from(reports)
    .where(and(inState, before === null ? undefined : lt(reports.id, before)))
    .orderBy(desc(reports.id))
    .limit(OPERATOR_PAGE);
}

/** All reports of a share, newest first. */
export function listReportsOfShare(database: D1Database, shareId: string): Promise<ReportRow[]> {
  return drizzle(database)
    .select()
    .from(reports)
    .where(eq(reports.shareId, shareId))
    .orderBy(desc(reports.id));
}

export interface Closing {
  readonly ending: ReportEnding;
  readonly reason: string;
  readonly at: Date;
}

/** Closes one report; one that is closed already stays as it is and ends the batch. */
export function closeReportStatements(
  database: D1Database,
  id: number,
  { ending, reason, at }: Closing,
): [Statement, Statement, Statement] {
  const one = eq(reports.id, id);
  const open = and(one, isNull(reports.closedAt));
  return [
    guard(database, 'not-found', sql`exists (select 1 from ${reports} where ${one})`),
    guard(database, 'report-closed', sql`exists (select 1 from ${reports} where ${open})`),
    drizzle(database)
      .update(reports)
      .set({ closedAt: at, ending, closingReason: reason })
      .where(open),
  ];
}

/** Closes whatever reports of a share are open. */
export async function closeReportsOfShare(
  database: D1Database,
  shareId: string,
  { ending, reason, at }: Closing,
): Promise<void> {
  await drizzle(database)
    .update(reports)
    .set({ closedAt: at, ending, closingReason: reason })
    .where(and(eq(reports.shareId, shareId), isNull(reports.closedAt)));
}
