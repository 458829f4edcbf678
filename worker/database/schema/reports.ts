import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
  },
  (table) => [uniqueIndex('reports_share_address').on(table.shareId, table.address)],
);
