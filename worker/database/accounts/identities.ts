import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Statement } from '../guarded-batch.ts';
import { accounts } from '../schema/accounts.ts';
import { identities } from '../schema/identities.ts';

/** Who an issuer of OpenID Connect says that somebody is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Verified by the issuer; in small letters. */
  readonly email: string;
}

/** The account that this identity was linked with, or `null`. */
export async function findLinkedAccount(
  database: D1Database,
  { issuer, subject }: Identity,
): Promise<string | null> {
  const found = await drizzle(database)
    .select({ accountId: identities.accountId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get();
  return found?.accountId ?? null;
}

/** Whether somebody with this identity has an account: linked with it, or with the address it proves. */
export async function hasAccount(database: D1Database, identity: Identity): Promise<boolean> {
  const [linked, named] = await Promise.all([
    findLinkedAccount(database, identity),
    drizzle(database).$count(accounts, eq(accounts.email, identity.email)),
  ]);
  return linked !== null || named > 0;
}

/** Links an identity with the account whose owner just proved both; once linked it stays. */
export function linkIdentityStatement(
  database: D1Database,
  accountId: string,
  { issuer, subject }: Identity,
): Statement {
  return drizzle(database)
    .insert(identities)
    .values({ issuer, subject, accountId })
    .onConflictDoNothing();
}
