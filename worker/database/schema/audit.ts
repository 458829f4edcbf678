import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActivityKind, ActivityOutcome } from '../../../shared/api/activity.ts';
import { ownerId } from './accounts.ts';

/** What happened to accounts, for their owners. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: ownerId(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    kind: text().$type<ActivityKind>().notNull(),
    outcome: text().$type<ActivityOutcome>().notNull(),
    /** The name its owner gave the device; empty where none is known. */
    device: text().notNull(),
    /** Browser and system family. */
    client: text().notNull(),
    /** Keyed hash of the address, comparable within one account only. */
    address: text().notNull(),
    /** Two letters (ISO 3166), or empty. */
    country: text().notNull(),
    /** What the kind is about: the name of a passkey or a session, a reason the operator gave. */
    detail: text().notNull(),
  },
  (table) => [index('audit_account').on(table.accountId, table.id), index('audit_at').on(table.at)],
);
