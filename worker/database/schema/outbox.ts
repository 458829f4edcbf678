import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Mail that waits to be sent. A row goes when its mail went: codes must not stay. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    /** Recipient and text as JSON, sealed under the key provider's key for purpose `mail` and this row's id. */
    sealed: text().notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** How often it was taken out to be sent. */
    tries: integer().notNull(),
    /** When it may be taken out; who takes it out moves this on, so that nobody else does. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('outbox_due').on(table.dueAt)],
);
