import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { reports } from './schema/reports.ts';

export const REPORTS_A_SHARE = 5;

export type Report = Omit<typeof reports.$inferInsert, 'id'>;

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
