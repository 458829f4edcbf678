import type { Env } from './bindings.ts';
import { sweepActivity } from './database/accounts/audit.ts';
import { sweepChallenges } from './database/accounts/challenges.ts';
import { sweepSessions } from './database/accounts/keep-sessions.ts';
import { eraseAccounts } from './erasure/erase-accounts.ts';
import { resealTotpSecrets } from './factors/totp-secret.ts';
import { drainOutbox } from './mail/drain-outbox.ts';
import { sweepLibrary } from './storage/sweep-library.ts';
import { sweepOrphans } from './storage/sweep-orphans.ts';

type Job = (env: Env, now: number) => Promise<unknown>;

/** What each cron trigger of `wrangler.toml` does. */
const JOBS: Readonly<Record<string, readonly Job[]>> = {
  '* * * * *': [drainOutbox],
  '17 * * * *': [sweepOrphans, sweepLibrary, eraseAccounts, sweepAccess, resealTotpSecrets],
};

/** Deletes sessions, challenges and lines of the log that are too old. */
async function sweepAccess({ DB }: Env, now: number): Promise<void> {
  await sweepSessions(DB, now);
  await sweepChallenges(DB, now);
  await sweepActivity(DB, now);
}

/** Does the jobs of one trigger; one that fails stops no other, and is told to the platform. */
export async function runJobs(cron: string, env: Env, now: number): Promise<void> {
  const jobs = JOBS[cron];
  if (jobs === undefined) throw new Error(`There are no jobs for the trigger ${cron}`);
  const outcomes = await Promise.allSettled(jobs.map((job) => job(env, now)));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
