import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../../shared/crypto/brand.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { guard, type Statement } from '../guarded-batch.ts';
import { accounts } from '../schema/accounts.ts';
import { identities } from '../schema/identities.ts';

/** Who an issuer of OpenID Connect says that somebody is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Verified by the issuer; in small letters. */
  readonly email: string;
}

type IdentityName = Pick<Identity, 'issuer' | 'subject'>;

/** The account that this identity was linked with, or `null`. */
export async function findLinkedAccount(
  database: D1Database,
  { issuer, subject }: IdentityName,
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

/** Links an identity with the account whose owner just proved both; one that is linked ends the batch as not unique. */
export function linkIdentityStatement(
  database: D1Database,
  accountId: string,
  identity: Identity,
): Statement {
  return drizzle(database)
    .insert(identities)
    .values({ ...identity, accountId });
}

/** As `linkIdentityStatement`; where it was linked since it was looked for, it stays with whom it is linked with. */
export function linkUnlinkedStatement(
  database: D1Database,
  accountId: string,
  identity: Identity,
): Statement {
  return drizzle(database)
    .insert(identities)
    .values({ ...identity, accountId })
    .onConflictDoNothing();
}

export interface LinkedIdentity extends Identity {
  /** base64url of 16 bytes, the same as long as it is linked. */
  readonly id: string;
}

/** Every identity that is linked with an account. */
export async function listIdentities(
  database: D1Database,
  accountId: string,
): Promise<LinkedIdentity[]> {
  const { issuer, subject, email } = identities;
  const rows = await drizzle(database)
    .select({ issuer, subject, email })
    .from(identities)
    .where(eq(identities.accountId, accountId))
    .orderBy(issuer, email, subject);
  return Promise.all(rows.map(async (row) => ({ id: await identityId(row), ...row })));
}

/** Ends its batch with `not-found` where another request was faster. */
export function unlinkIdentityStatements(
  database: D1Database,
  accountId: string,
  { issuer, subject }: IdentityName,
): [Statement, Statement] {
  const own = and(
    eq(identities.issuer, issuer),
    eq(identities.subject, subject),
    eq(identities.accountId, accountId),
  );
  const isThere = sql`exists (select 1 from ${identities} where ${own})`;
  return [guard(database, 'not-found', isThere), drizzle(database).delete(identities).where(own)];
}

async function identityId({ issuer, subject }: IdentityName): Promise<string> {
  const hash = await sha256(utf8(`inkseal/identity/v1\0${issuer}\0${subject}`));
  return encodeBase64url(hash.subarray(0, OBJECT_ID_BYTES));
}
