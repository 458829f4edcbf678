import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AdminAction } from '../../../shared/api/operator.ts';

/** What admins did, for all admins. Lines are only ever added. */
export const adminLog = sqliteTable('admin_log', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  adminId: text('admin_id').notNull(),
  action: text().$type<AdminAction>().notNull(),
  /** The id of a share, a report or an account. */
  target: text().notNull(),
  reason: text().notNull(),
});
