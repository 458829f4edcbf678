import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { guard, type Statement } from '../guarded-batch.ts';
import { accountKeys, accounts, manifests } from '../schema/accounts.ts';
import type { AccountRow } from './find-account.ts';

/* Statements that change an account; each belongs into one batch with its guards. */

/** What may stand in the way of a change. */
export const HINDRANCES = {
  'account-changed': 'account-changed',
  'manifest-conflict': 'manifest-conflict',
} as const;

export interface NextManifest {
  readonly manifest: string;
  readonly manifestCounter: number;
}

export interface NewAccountRows {
  readonly account: AccountRow;
  readonly keys: readonly Omit<typeof accountKeys.$inferInsert, 'accountId' | 'createdAt'>[];
  readonly manifest: NextManifest;
}

/** A new account with its keys and its first manifest. */
export function insertAccountStatements(
  database: D1Database,
  { account, keys, manifest }: NewAccountRows,
): Statement[] {
  const db = drizzle(database);
  const { id: accountId, createdAt } = account;
  const { manifestCounter: counter, manifest: envelope } = manifest;
  return [
    db.insert(accounts).values(account),
    ...keys.map((key) => db.insert(accountKeys).values({ ...key, accountId, createdAt })),
    db.insert(manifests).values({ accountId, counter, envelope }),
  ];
}

type OpeningChange = Partial<Omit<AccountRow, 'id' | 'revision' | 'createdAt'>>;

/** Changes what opens an account, or whose it is, unless it was changed since `account` was read. */
export function changeAccountStatements(
  database: D1Database,
  account: Pick<AccountRow, 'id' | 'revision'>,
  change: OpeningChange,
): Statement[] {
  const revision = account.revision + 1;
  return [
    unchangedGuard(database, account),
    drizzle(database)
      .update(accounts)
      .set({ ...change, revision })
      .where(eq(accounts.id, account.id)),
  ];
}

/** Ends its batch where the account was changed since it was read, or is suspended. */
export function unchangedGuard(
  database: D1Database,
  { id, revision }: Pick<AccountRow, 'id' | 'revision'>,
): Statement {
  const stands = and(eq(accounts.id, id), eq(accounts.revision, revision));
  const condition = sql`exists (select 1 from ${accounts}
    where ${stands} and ${accounts.state} <> 'suspended')`;
  return guard(database, 'account-changed', condition);
}

/** Ends its batch where the user key is not the one of that generation any more: what it wraps would open nothing. */
export function sameUserKeyGuard(
  database: D1Database,
  accountId: string,
  generation: number,
): Statement {
  const stands = and(eq(accounts.id, accountId), eq(accounts.generation, generation));
  const condition = sql`exists (select 1 from ${accounts} where ${stands})`;
  return guard(database, 'user-key-renewed', condition);
}

/** Puts the next manifest in place of the one before, unless another device was faster. */
export function nextManifestStatements(
  database: D1Database,
  accountId: string,
  { manifest: envelope, manifestCounter: counter }: NextManifest,
): Statement[] {
  const before = and(eq(manifests.accountId, accountId), eq(manifests.counter, counter - 1));
  const condition = sql`exists (select 1 from ${manifests} where ${before})`;
  return [
    guard(database, 'manifest-conflict', condition),
    drizzle(database)
      .update(manifests)
      .set({ envelope, counter })
      .where(eq(manifests.accountId, accountId)),
  ];
}

/** Puts a private key that is sealed anew in place of the old one. */
export function resealKeyStatement(
  database: D1Database,
  accountId: string,
  { id, sealedPrivateKey }: { readonly id: string; readonly sealedPrivateKey: string },
): Statement {
  return drizzle(database)
    .update(accountKeys)
    .set({ sealedPrivateKey })
    .where(and(eq(accountKeys.accountId, accountId), eq(accountKeys.id, id)));
}
