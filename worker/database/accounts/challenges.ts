import { and, eq, gt, lt, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
import { type ChallengePurpose, challenges } from '../schema/factors.ts';

export type ChallengeRow = typeof challenges.$inferSelect;

export async function keepChallenge(database: D1Database, challenge: ChallengeRow): Promise<void> {
  await drizzle(database).insert(challenges).values(challenge);
}

/** The challenge of that token, or `null` where it has ended. */
export async function findChallenge(
  database: D1Database,
  tokenHash: string,
  purpose: ChallengePurpose,
  now: number,
): Promise<ChallengeRow | null> {
  const found = await drizzle(database)
    .select()
    .from(challenges)
    .where(
      and(
        eq(challenges.tokenHash, tokenHash),
        eq(challenges.purpose, purpose),
        gt(challenges.expiresAt, new Date(now)),
      ),
    )
    .get();
  return found ?? null;
}

/** A condition for statements that must change nothing once the challenge has ended. */
export function challengeStands(tokenHash: string): SQL {
  return sql`exists (select 1 from ${challenges} where ${challenges.tokenHash} = ${tokenHash})`;
}

/**
 * Runs `spend`, a statement that holds `challengeStands`, and ends the challenge, in one batch.
 * @returns whether `spend` changed anything: of all that try at once with one challenge, one does
 */
export async function spendChallenge(
  database: D1Database,
  tokenHash: string,
  spend: BatchItem<'sqlite'>,
): Promise<boolean> {
  const db = drizzle(database);
  const end = db.delete(challenges).where(eq(challenges.tokenHash, tokenHash));
  const [spent] = await db.batch([spend, end]);
  return (spent as D1Result).meta.changes > 0;
}

export async function sweepChallenges(database: D1Database, now: number): Promise<void> {
  await drizzle(database)
    .delete(challenges)
    .where(lt(challenges.expiresAt, new Date(now)));
}
