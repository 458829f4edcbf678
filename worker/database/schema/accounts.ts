import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountRole, AccountState, KeyUse } from '../../../shared/api/account-limits.ts';

/* Accounts and what belongs to each. Bytes are kept as the base64url text that they travel in: the server never
 * decodes an envelope. Every table of an account's things refers to it with `onDelete: 'cascade'`. */

const time = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const accounts = sqliteTable(
  'accounts',
  {
    /** 16 bytes that the client chose. */
    id: text().primaryKey(),
    /** In small letters. */
    email: text().notNull().unique(),
    role: text().$type<AccountRole>().notNull(),
    state: text().$type<AccountState>().notNull(),
    createdAt: time('created_at').notNull(),
    /** While leaving: when everything goes. */
    deleteAfter: time('delete_after'),
    salt: text().notNull(),
    iterations: integer().notNull(),
    /** HMAC-SHA-256 of `auth` under the server's pepper. */
    authHash: text('auth_hash').notNull(),
    wrappedUserKey: text('wrapped_user_key').notNull(),
    recoveryAuthHash: text('recovery_auth_hash').notNull(),
    recoveryWrappedUserKey: text('recovery_wrapped_user_key').notNull(),
    /** Of the user key. */
    generation: integer().notNull(),
    /** Raised by each change of what opens the account: a change made on an older one is refused. */
    revision: integer().notNull(),
  },
  (table) => [index('accounts_delete_after').on(table.deleteAfter)],
);

/** Public keys, and their private halves sealed under the user key. */
export const accountKeys = sqliteTable(
  'account_keys',
  {
    accountId: ownerId(),
    id: text().notNull(),
    use: text().$type<KeyUse>().notNull(),
    publicKey: text('public_key').notNull(),
    sealedPrivateKey: text('sealed_private_key').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.id] })],
);

/** The sealed manifest. It may be long, so it has a row of its own. */
export const manifests = sqliteTable('manifests', {
  accountId: ownerId().primaryKey(),
  counter: integer().notNull(),
  envelope: text().notNull(),
});

/** One signed-in browser: one family of refresh tokens, of which only the latest turn is good. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    accountId: ownerId(),
    deviceId: text('device_id').notNull(),
    name: text().notNull(),
    /** Browser and system family. */
    client: text().notNull(),
    /** Of the last use, two letters or empty. */
    country: text().notNull(),
    createdAt: time('created_at').notNull(),
    lastUsedAt: time('last_used_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    /** SHA-256 of both halves of the refresh token. */
    familyHash: text('family_hash').notNull().unique(),
    turnHash: text('turn_hash').notNull(),
  },
  (table) => [
    index('sessions_account').on(table.accountId),
    index('sessions_expires_at').on(table.expiresAt),
  ],
);

/** Browsers that signed in before: from any other one, the owner is told. */
export const devices = sqliteTable(
  'devices',
  { accountId: ownerId(), id: text().notNull(), seenAt: time('seen_at').notNull() },
  (table) => [primaryKey({ columns: [table.accountId, table.id] })],
);

/** The column by which an account's things are found and deleted with it. */
export function ownerId() {
  return text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });
}
