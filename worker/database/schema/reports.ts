import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ReportEnding } from '../../../shared/api/operator.ts';

/** What readers told the operator about shares. The server can't read what it is about. */
export const reports = sqliteTable(
  'reports',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    shareId: text('share_id').notNull(),
    /** Keyed hash of the reporter's address, comparable within one share only. */
    address: text().notNull(),
    reason: text().notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** When and how an admin closed it, and why; `null` while it is open. */
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
    ending: text().$type<ReportEnding>(),
    closingReason: text('closing_reason'),
  },
  (table) => [
    uniqueIndex('reports_share_address').on(table.shareId, table.address),
    index('reports_open').on(table.closedAt, table.id),
  ],
);
