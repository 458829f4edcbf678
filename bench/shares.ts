import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, postTurns, type Turn } from './shares/load.ts';
import { makeShareRequests, SECRET_TEXT_BYTES, type ShareRequests } from './shares/requests.ts';
import { withBenchServer } from './shares/server.ts';
import { median } from './shares/statistics.ts';
import type { BenchRow } from './table.ts';

export const name = 'Create and claim';

const ROUNDS = 5;
/** Until the engine has compiled what is asked for again and again: of the product there is more to compile. */
const WARM_UP_ROUNDS = 4;
const REQUESTS = 400;
/** The disk is slow for seconds at a time: both sides take turns so often that they meet the same of it. */
const TURN_REQUESTS = 50;
const MAX_RATIO = 1.3;
/** What is used up is swept 5 s after its claim, which would burden whatever is measured then. */
const SWEPT_MS = 9_000;

/**
 * Create against a handler that writes the same body once into a new object, claim against one write of the
 * same body into an existing object: same workerd, taking turns within each round.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchServer(async (origin) => {
    await measure(origin, 16, WARM_UP_ROUNDS);
    const rows: BenchRow[] = [];
    for (const concurrency of [1, 16]) {
      const { create, claim } = await measure(origin, concurrency, ROUNDS);
      rows.push(row(`create ${SECRET_TEXT_BYTES} bytes, c=${concurrency}`, create));
      rows.push(row(`claim, c=${concurrency}`, claim));
    }
    return rows;
  });
}

async function measure(origin: string, concurrency: number, rounds: number) {
  const create: Pair[] = [];
  const claim: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    const shares = await Promise.all(Array.from({ length: REQUESTS }, () => makeShareRequests(1)));
    const paths = shares.map(() => `/bare/${randomUUID()}`);
    const against = (kind: 'create' | 'claim', jobs: readonly Job[], status: number) =>
      takeTurns(
        origin,
        concurrency,
        { jobs, status },
        { jobs: shares.map(bareJob(paths, kind)), status: 201 },
      );
    create.push(await against('create', shares.map(createJob), 201));
    claim.push(await against('claim', shares.map(claimJob), 200));
    await sleep(SWEPT_MS);
  }
  return { create, claim };
}

/** Milliseconds that all requests of one round took. */
interface Pair {
  readonly product: number;
  readonly bare: number;
}

function createJob(share: ShareRequests): Job {
  return { path: '/api/v1/shares', body: share.create };
}

function claimJob(share: ShareRequests): Job {
  return { path: `/api/v1/shares/${share.id}/claim`, body: share.claim() };
}

function bareJob(paths: readonly string[], kind: 'create' | 'claim') {
  return (share: ShareRequests, i: number): Job => ({
    path: paths[i] as string,
    body: kind === 'create' ? share.create : share.claim(),
  });
}

interface Side {
  readonly jobs: readonly Job[];
  /** What each answer has to be. */
  readonly status: number;
}

/** Times both sides turn by turn; which begins changes each time, since the second may find the disk busy with the first. */
async function takeTurns(
  origin: string,
  concurrency: number,
  product: Side,
  bare: Side,
): Promise<Pair> {
  const order: Side[] = [];
  const turns: (readonly Job[])[] = [];
  for (let start = 0; start < REQUESTS; start += TURN_REQUESTS) {
    const isProductFirst = (start / TURN_REQUESTS) % 2 === 0;
    for (const side of isProductFirst ? [product, bare] : [bare, product]) {
      order.push(side);
      turns.push(side.jobs.slice(start, start + TURN_REQUESTS));
    }
  }
  const done = await postTurns({ origin, turns, concurrency });
  const msOf = (side: Side) =>
    done.reduce((sum, turn, i) => (order[i] === side ? sum + checkedMs(turn, side) : sum), 0);
  return { product: msOf(product), bare: msOf(bare) };
}

function checkedMs({ answers, ms }: Turn, { jobs, status }: Side): number {
  const wrong = answers.find((answer) => answer.status !== status);
  if (wrong) throw new Error(`${jobs[0]?.path}: ${wrong.status} ${wrong.body}`);
  return ms;
}

function row(measure: string, pairs: readonly Pair[]): BenchRow {
  const ratio = median(pairs.map(({ product, bare }) => product / bare));
  const perSecond = (ms: number) => Math.round((REQUESTS / ms) * 1000);
  const product = perSecond(median(pairs.map((pair) => pair.product)));
  const bare = perSecond(median(pairs.map((pair) => pair.bare)));
  return {
    measure,
    result: `${ratio.toFixed(2)} of a bare write (${product} against ${bare} a second)`,
    target: `at most ${MAX_RATIO}`,
    met: ratio <= MAX_RATIO,
  };
}
