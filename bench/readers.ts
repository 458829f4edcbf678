import { postAll } from './shares/load.ts';
import { makeShareRequests } from './shares/requests.ts';
import { withBenchServer } from './shares/server.ts';
import { percentile } from './shares/statistics.ts';
import type { BenchRow } from './table.ts';

export const name = '1,000 parallel readers';

const READERS = 1000;

/** All readers claim at the same moment, each over a connection of its own. */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchServer(async (origin) => [
    await measure(origin, 1, 1),
    await measure(origin, 1, 100),
    await measure(origin, 10, 100),
  ]);
}

async function measure(origin: string, shareCount: number, views: number): Promise<BenchRow> {
  const shares = await Promise.all(
    Array.from({ length: shareCount }, () => makeShareRequests(views)),
  );
  const creates = shares.map((share) => ({ path: '/api/v1/shares', body: share.create }));
  await postAll({ origin, jobs: creates, concurrency: 1 });
  const claims = Array.from({ length: READERS }, (_, i) => {
    const share = shares[i % shareCount] as (typeof shares)[number];
    return { path: `/api/v1/shares/${share.id}/claim`, body: share.claim() };
  });
  const { answers, ms } = await postAll({ origin, jobs: claims, concurrency: READERS });
  const winners = answers.filter((answer) => answer.status === 200).length;
  const times = answers.map((answer) => answer.ms);
  const at = (p: number) => `${Math.round(percentile(times, p))} ms`;
  return {
    measure: `${READERS} readers of ${shareCount} share${shareCount > 1 ? 's' : ''} with ${views} view${views > 1 ? 's' : ''}`,
    result: `${winners} winners; ${Math.round((READERS / ms) * 1000)} a second, p50 ${at(0.5)}, p95 ${at(0.95)}`,
    target: `exactly ${shareCount * views} winners`,
    met: winners === shareCount * views,
  };
}
