import { openMailbox } from '../scripts/serving/mailbox.ts';
import { freshAuth, freshDevice, prepareAccount } from '../worker/tests/support/prepare-account.ts';
import { ACCOUNT_COSTS } from './accounts/costs.ts';
import { LIBRARY_COSTS } from './accounts/library-costs.ts';
import { measureUnlock } from './accounts/unlock.ts';
import { withBenchServer } from './shares/server.ts';
import { median } from './shares/statistics.ts';
import type { BenchRow } from './table.ts';

export const name = 'Accounts: the server’s part without the client’s derivation, and unlocking';

const ROUNDS = 60;
const WARM_UP = 5;
/** Addresses take turns, so that each has tries left, and an object that counts them which was there before. */
const ADDRESSES = 8;
const UNLOCKER = 'unlocker@example.org';

/** Signing in, and both branches of what would tell who has an account: interleaved, one at a time. */
export async function run(): Promise<readonly BenchRow[]> {
  const codes = new Map<string, string>();
  const mailbox = await openMailbox(({ to, subject }) => {
    codes.set(to, /\b\d{8}\b/.exec(subject)?.[0] ?? '');
  });
  try {
    return await withBenchServer((origin) => measure(origin, codes), mailbox.configure);
  } finally {
    await mailbox.close();
  }
}

async function measure(
  origin: string,
  codes: ReadonlyMap<string, string>,
): Promise<readonly BenchRow[]> {
  const known = await signUpAll(origin, codes);
  const knownIn = (round: number) => known[(round + WARM_UP) % ADDRESSES] as Known;
  const unknownIn = (round: number) => `unknown${(round + WARM_UP) % ADDRESSES}@example.org`;
  const first = known[0] as Known;
  const device = freshDevice();
  const acts: Readonly<Record<string, (round: number) => [string, object, number]>> = {
    'sign-in': () => ['/sign-in', { email: first.email, auth: first.auth, device }, 200],
    'wrong password, account': (round) => [
      '/sign-in',
      { email: knownIn(round).email, auth: freshAuth(), device },
      401,
    ],
    'wrong password, no account': (round) => [
      '/sign-in',
      { email: unknownIn(round), auth: freshAuth(), device },
      401,
    ],
    'parameters, account': (round) => ['/sign-in/parameters', { email: knownIn(round).email }, 200],
    'parameters, no account': (round) => ['/sign-in/parameters', { email: unknownIn(round) }, 200],
  };
  const times = new Map(Object.keys(acts).map((act) => [act, [] as number[]]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [act, ask] of Object.entries(acts)) {
      const ms = await time(origin, ...ask(round));
      if (round >= 0) times.get(act)?.push(ms);
    }
  }
  const p50 = (act: string) => median(times.get(act) ?? []);
  const ratio = (act: string): BenchRow => ({
    measure: `${act}: known address against unknown, p50 of ${ROUNDS}`,
    result: `${(p50(`${act}, account`) / p50(`${act}, no account`)).toFixed(2)} (${p50(`${act}, account`).toFixed(1)} ms against ${p50(`${act}, no account`).toFixed(1)} ms)`,
    target: 'near 1',
  });
  return [
    {
      measure: `sign-in, known device, p50 of ${ROUNDS}`,
      result: `${p50('sign-in').toFixed(1)} ms`,
    },
    ratio('wrong password'),
    ratio('parameters'),
    ...(await measureUnlock(origin, {
      email: UNLOCKER,
      code: await askCode(origin, codes, UNLOCKER),
    })),
    ...Object.entries({ ...ACCOUNT_COSTS, ...LIBRARY_COSTS }).map(([measure, result]) => ({
      measure,
      result,
    })),
  ];
}

interface Known {
  readonly email: string;
  readonly auth: string;
}

async function signUpAll(origin: string, codes: ReadonlyMap<string, string>): Promise<Known[]> {
  const known: Known[] = [];
  for (let i = 0; i < ADDRESSES; i++) {
    const email = `known${i}@example.org`;
    const account = await prepareAccount();
    const code = await askCode(origin, codes, email);
    const json = { email, code, account, device: freshDevice() };
    await time(origin, '/accounts', json, 201);
    known.push({ email, auth: account.auth });
  }
  return known;
}

async function askCode(
  origin: string,
  codes: ReadonlyMap<string, string>,
  email: string,
): Promise<string> {
  await time(origin, '/accounts/codes', { email, purpose: 'sign-up' }, 202);
  for (;;) {
    const code = codes.get(email);
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Milliseconds until the whole answer is there. */
async function time(origin: string, path: string, json: object, status: number): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${text}`);
  return performance.now() - started;
}
