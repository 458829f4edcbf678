import { listenToLibrary } from '../shared/api/client/library/listen-to-library.ts';
import { randomBytes } from '../shared/crypto/bytes.ts';
import { syncLibrary } from '../shared/sync/sync-library.ts';
import { withBenchServer } from './shares/server.ts';
import { median } from './shares/statistics.ts';
import { makeBenchAccount, makeBenchDevice } from './sync/device.ts';
import type { BenchRow } from './table.ts';

export const name = 'Library';

const ITEMS = 2_000;
const ITEM_BYTES = 1_024;
const ROUNDS = 3;
const MAX_RATIO = 1.5;
const MAX_TOLD_MS = 1_000;

/**
 * A whole synchronisation of 2,000 new items, sealing and manifest included, against the same bodies in the same
 * requests with one write of R2 and one of D1 for each and nothing else: same workerd, rounds interleaved.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchServer(async (origin) => {
    const ratios: number[] = [];
    const pushes: number[] = [];
    const pulls: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { push, bare, pull } = await measure(origin);
      ratios.push(push / bare);
      pushes.push(push);
      pulls.push(pull);
    }
    const told = await measureTelling(origin);
    const ratio = median(ratios);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    return [
      {
        measure: `push ${ITEMS} items of ${ITEM_BYTES} bytes`,
        result: `${ratio.toFixed(2)} of bare writes (${seconds(median(pushes))})`,
        target: `at most ${MAX_RATIO}`,
        met: ratio <= MAX_RATIO,
      },
      { measure: `first reading of ${ITEMS} items`, result: seconds(median(pulls)) },
      {
        measure: 'from a push to the other device’s socket',
        result: `${Math.round(told)} ms`,
        target: `at most ${MAX_TOLD_MS} ms`,
        met: told <= MAX_TOLD_MS,
      },
    ];
  });
}

async function measure(origin: string) {
  const account = await makeBenchAccount(origin);
  const one = await makeBenchDevice(account);
  for (let n = 0; n < ITEMS; n++)
    await one.mirror.library.put(`item/${n}`, randomBytes(ITEM_BYTES));
  const bodies: Blob[] = [];
  const { transport } = account;
  const request: typeof transport.request = (path, options) => {
    if (path.endsWith('/push') && options?.bytes) bodies.push(options.bytes);
    return transport.request(path, options);
  };
  const push = await time(() => syncLibrary({ ...one, transport: { ...transport, request } }));
  const bare = await time(async () => {
    for (const body of bodies) {
      const answer = await fetch(`${origin}/bare/items`, { method: 'POST', body });
      if (!answer.ok) throw new Error(`bare: ${answer.status}`);
      await answer.text();
    }
  });
  const two = await makeBenchDevice(account);
  const pull = await time(() => syncLibrary(two));
  const there = (await two.mirror.library.list('item/')).length;
  if (there !== ITEMS) throw new Error(`only ${there} items came`);
  return { push, bare, pull };
}

async function measureTelling(origin: string): Promise<number> {
  const account = await makeBenchAccount(origin);
  const device = await makeBenchDevice(account);
  await syncLibrary(device);
  let told: (at: number) => void = () => {};
  const heard = new Promise<number>((resolve) => {
    told = resolve;
  });
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = listenToLibrary(account.transport, {
      onChange: (sequence) => (sequence === 0 ? resolve() : told(performance.now())),
    });
  });
  await device.mirror.library.put('item/new', randomBytes(ITEM_BYTES));
  const started = performance.now();
  await syncLibrary(device);
  const ms = (await heard) - started;
  stop();
  return ms;
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
