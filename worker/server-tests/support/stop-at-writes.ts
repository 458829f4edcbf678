import type { Stop } from '../stopping-worker/stop.ts';
import type { BareServer } from './bare-server.ts';
import { post } from './requests.ts';

/** An act, and what must hold whenever it was killed. */
export interface Killed {
  /** Rejects, or gives what is not `ok`, where it did not come about. */
  act(): Promise<unknown>;
  /** Looks that all is as before the act, or all as after it. */
  readState(): Promise<'before' | 'after'>;
}

/**
 * Runs an act once to the end, and then kills workerd before each of its writes and after the last one, before it is
 * answered; in the end in the middle of the write that decides.
 *
 * @param server of `stopping-worker/index.ts`
 * @param prepare makes what one act needs, all before the first is run
 * @returns the state with none of the writes done, with the first, with the first two, and so on
 */
export async function killAtEachWrite(
  server: BareServer,
  prepare: () => Promise<Killed>,
): Promise<readonly ('before' | 'after')[]> {
  const whole = await prepare();
  await arm(server, null);
  await whole.act();
  const writes = (await (await fetch(`${server.url}/stopping/writes`)).json()) as number;
  if ((await whole.readState()) !== 'after') throw new Error('The act does nothing');
  const between = Array.from({ length: writes }, (_, index): Stop => {
    return { at: index + 1, moment: 'before' };
  });
  const stops: readonly Stop[] = [...between, { at: writes, moment: 'after' }];
  const [last, ...prepared] = await Promise.all([prepare(), ...stops.map(prepare)]);
  const states: ('before' | 'after')[] = [];
  for (const [index, stop] of stops.entries()) {
    states.push(await killAndMend(server, stop, prepared[index] as Killed));
  }
  const decisive = states.indexOf('after');
  await killAndMend(server, { at: decisive, moment: 'during' }, last);
  return states;
}

/** What a crash ended can be done again. @returns how it stood before that */
async function killAndMend(server: BareServer, stop: Stop, killed: Killed) {
  await killAt(server, stop, killed);
  const state = await killed.readState();
  if (state === 'after') return state;
  await killed.act();
  if ((await killed.readState()) !== 'after') throw new Error('It can’t be done again');
  return state;
}

async function killAt(server: BareServer, stop: Stop, { act }: Killed): Promise<void> {
  await arm(server, stop);
  const acting = act().then(
    () => 'ended' as const,
    () => 'broken off' as const,
  );
  const stopped = fetch(`${server.url}/stopping/stopped`).then(() => 'stopped' as const);
  if ((await Promise.race([acting, stopped])) !== 'stopped') {
    throw new Error(`The act ended without its write ${stop.at}`);
  }
  await server.crash();
  if ((await acting) !== 'broken off') throw new Error('A killed server answered');
}

async function arm({ url }: BareServer, stop: Stop | null): Promise<void> {
  await post(`${url}/stopping/arm`, stop);
}
