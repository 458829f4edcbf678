import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { guard, type Statement } from '../guarded-batch.ts';
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

/** Ends the challenge. Of all batches with it that run at once, one comes about. */
export function endChallengeStatements(
  database: D1Database,
  { tokenHash }: Pick<ChallengeRow, 'tokenHash'>,
): [Statement, Statement] {
  const db = drizzle(database);
  const ofToken = eq(challenges.tokenHash, tokenHash);
  const stands = sql`exists (select 1 from ${challenges} where ${ofToken})`;
  return [guard(database, 'challenge-ended', stands), db.delete(challenges).where(ofToken)];
}

export async function sweepChallenges(database: D1Database, now: number): Promise<void> {
  await drizzle(database)
    .delete(challenges)
    .where(lt(challenges.expiresAt, new Date(now)));
}
