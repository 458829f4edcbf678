import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ownerId } from './accounts.ts';

/* Where library items lie: whose they are, sizes, times and version numbers. What is in them, their names
 * included, is ciphertext in R2. Ids are base64url. */

/** One a library: numbers its changes. */
export const libraryVaults = sqliteTable('library_vaults', {
  accountId: ownerId().primaryKey(),
  /** Of the latest change. */
  sequence: integer().notNull(),
  /** Deletions up to this number may be missing from the changes. */
  forgotten: integer().notNull(),
});

/** Each item as it is now, those in the bin and the deleted ones too. */
export const libraryItems = sqliteTable(
  'library_items',
  {
    accountId: ownerId(),
    id: text().notNull(),
    version: integer().notNull(),
    sequence: integer().notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    binnedAt: integer('binned_at', { mode: 'timestamp_ms' }),
    deletedAt: integer('deleted_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index('library_items_sequence').on(table.accountId, table.sequence),
    index('library_items_binned').on(table.binnedAt),
    index('library_items_deleted').on(table.deletedAt),
  ],
);

/** Every version that is kept. */
export const libraryVersions = sqliteTable(
  'library_versions',
  {
    accountId: ownerId(),
    itemId: text('item_id').notNull(),
    version: integer().notNull(),
    /** Of the envelope, in bytes. */
    size: integer().notNull(),
    wrappedKey: text('wrapped_key').notNull(),
    /** Its object in R2 is `account id/blob`. */
    blob: text().notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.itemId, table.version] }),
    index('library_versions_blob').on(table.accountId, table.blob),
  ],
);
