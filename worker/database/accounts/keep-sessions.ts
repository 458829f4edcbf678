import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Statement } from '../guarded-batch.ts';
import { accounts, devices, sessions } from '../schema/accounts.ts';

export type SessionRow = typeof sessions.$inferSelect;

/** A new session in place of the one that the device had. */
export function insertSessionStatements(database: D1Database, session: SessionRow): Statement[] {
  const db = drizzle(database);
  const { accountId, deviceId, createdAt: seenAt } = session;
  const ofDevice = and(eq(sessions.accountId, accountId), eq(sessions.deviceId, deviceId));
  return [
    db.delete(sessions).where(ofDevice),
    db.insert(sessions).values(session),
    db.insert(devices).values({ accountId, id: deviceId, seenAt }).onConflictDoNothing(),
  ];
}

/** The session of a family of refresh tokens, and its account. */
export async function findByFamily(database: D1Database, familyHash: string, now: number) {
  const found = await drizzle(database)
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.familyHash, familyHash), gt(sessions.expiresAt, new Date(now))))
    .get();
  return found ?? null;
}

/** Moves a session on by one turn. @returns `false` where another request did meanwhile */
export async function turnSession(
  database: D1Database,
  { id, turnHash }: Pick<SessionRow, 'id' | 'turnHash'>,
  next: Pick<SessionRow, 'turnHash' | 'lastUsedAt' | 'expiresAt' | 'client' | 'country'>,
): Promise<boolean> {
  const { meta } = await drizzle(database)
    .update(sessions)
    .set(next)
    .where(and(eq(sessions.id, id), eq(sessions.turnHash, turnHash)));
  return meta.changes > 0;
}

/** The account's sessions, the last used first. */
export function listSessions(
  database: D1Database,
  accountId: string,
  now: number,
): Promise<SessionRow[]> {
  return drizzle(database)
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, new Date(now))))
    .orderBy(desc(sessions.lastUsedAt), sessions.id);
}

/** One of the account's own sessions, or `null`. */
export async function findSession(
  database: D1Database,
  accountId: string,
  id: string,
): Promise<SessionRow | null> {
  const ofAccount = and(eq(sessions.accountId, accountId), eq(sessions.id, id));
  return (await drizzle(database).select().from(sessions).where(ofAccount).get()) ?? null;
}

export function renameSessionStatement(
  database: D1Database,
  { accountId, id }: Pick<SessionRow, 'accountId' | 'id'>,
  name: string,
): Statement {
  const ofAccount = and(eq(sessions.accountId, accountId), eq(sessions.id, id));
  return drizzle(database).update(sessions).set({ name }).where(ofAccount);
}

export function endSessionStatement(
  database: D1Database,
  { accountId, id }: Pick<SessionRow, 'accountId' | 'id'>,
): Statement {
  const ofAccount = and(eq(sessions.accountId, accountId), eq(sessions.id, id));
  return drizzle(database).delete(sessions).where(ofAccount);
}

/** Ends the account's sessions but one; `null` ends all. */
export function endSessionsStatement(
  database: D1Database,
  accountId: string,
  but: string | null,
): Statement {
  const others = but === null ? undefined : ne(sessions.id, but);
  return drizzle(database)
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), others));
}

/** Deletes sessions that nobody used for too long. */
export async function sweepSessions(database: D1Database, now: number): Promise<void> {
  await drizzle(database)
    .delete(sessions)
    .where(lt(sessions.expiresAt, new Date(now)));
}
