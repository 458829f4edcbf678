import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { guard, type Statement } from '../guarded-batch.ts';
import { totps } from '../schema/factors.ts';

export type TotpRow = typeof totps.$inferSelect;

/** Before every time step there is. */
const NO_STEP = -1;

export async function findTotp(database: D1Database, accountId: string): Promise<TotpRow | null> {
  const query = drizzle(database).select().from(totps).where(eq(totps.accountId, accountId));
  return (await query.get()) ?? null;
}

/**
 * Keeps a seed that waits for its first code, in place of one that waited.
 * @returns false where the account has a confirmed one, which stays
 */
export async function keepPendingTotp(
  database: D1Database,
  accountId: string,
  sealedSecret: string,
): Promise<boolean> {
  const { meta } = await drizzle(database)
    .insert(totps)
    .values({ accountId, sealedSecret, lastStep: NO_STEP, confirmedAt: null })
    .onConflictDoUpdate({
      target: totps.accountId,
      set: { sealedSecret, lastStep: NO_STEP },
      setWhere: isNull(totps.confirmedAt),
    });
  return meta.changes > 0;
}

/** Confirms the seed whose code of `step` was right, unless it was replaced or confirmed meanwhile. */
export function confirmTotpStatements(
  database: D1Database,
  { accountId, sealedSecret }: TotpRow,
  step: number,
  at: Date,
): [Statement, Statement] {
  const waits = and(
    eq(totps.accountId, accountId),
    eq(totps.sealedSecret, sealedSecret),
    isNull(totps.confirmedAt),
  );
  return [
    guard(database, 'code-spent', sql`exists (select 1 from ${totps} where ${waits})`),
    drizzle(database).update(totps).set({ confirmedAt: at, lastStep: step }).where(waits),
  ];
}

/** Spends the code of `step`: no code of it or before it is good again. */
export function spendTotpStatements(
  database: D1Database,
  accountId: string,
  step: number,
): [Statement, Statement] {
  const fresh = and(eq(totps.accountId, accountId), lt(totps.lastStep, step));
  return [
    guard(database, 'code-spent', sql`exists (select 1 from ${totps} where ${fresh})`),
    drizzle(database).update(totps).set({ lastStep: step }).where(fresh),
  ];
}

/** Removes the account's authenticator app, be it confirmed or not; there has to be one. */
export function removeTotpStatements(
  database: D1Database,
  accountId: string,
): [Statement, Statement] {
  const own = eq(totps.accountId, accountId);
  return [
    guard(database, 'not-found', sql`exists (select 1 from ${totps} where ${own})`),
    drizzle(database).delete(totps).where(own),
  ];
}

/** Some of the seeds that are not sealed under key `kid`, others each time. */
export function findTotpsUnderOlderKeys(
  database: D1Database,
  kid: string,
  limit: number,
): Promise<TotpRow[]> {
  return drizzle(database)
    .select()
    .from(totps)
    .where(sql`substr(${totps.sealedSecret}, 1, ${kid.length + 1}) <> ${`${kid}.`}`)
    .orderBy(sql`random()`)
    .limit(limit);
}

/** Replaces one sealed text by another of the same seed, unless the seed was replaced meanwhile. */
export async function replaceSealedTotp(
  database: D1Database,
  { accountId, sealedSecret }: TotpRow,
  resealed: string,
): Promise<void> {
  await drizzle(database)
    .update(totps)
    .set({ sealedSecret: resealed })
    .where(and(eq(totps.accountId, accountId), eq(totps.sealedSecret, sealedSecret)));
}
