import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who an issuer of OpenID Connect says that an account is. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text().notNull(),
    /** `sub`: the issuer never gives it to anybody else. */
    subject: text().notNull(),
    accountId: text('account_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('identities_account').on(table.accountId),
  ],
);
