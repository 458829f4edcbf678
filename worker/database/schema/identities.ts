import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ownerId } from './accounts.ts';

/** Who an issuer of OpenID Connect says that an account is. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text().notNull(),
    /** `sub`: the issuer never gives it to anybody else. */
    subject: text().notNull(),
    accountId: ownerId(),
    /** What the issuer said when it was linked: by it the owner knows which one this is. */
    email: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('identities_account').on(table.accountId),
  ],
);
