import { and, eq } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
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

/** Links an identity with the account whose owner just proved both; once linked it stays. */
export function linkIdentityStatement(
  database: D1Database,
  accountId: string,
  { issuer, subject }: Identity,
): BatchItem<'sqlite'> {
  return drizzle(database)
    .insert(identities)
    .values({ issuer, subject, accountId })
    .onConflictDoNothing();
}
