import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Job {
  readonly path: string;
  readonly body: string;
}

/** Turns that come one after the other, over the same connections. */
export interface Load {
  readonly origin: string;
  readonly turns: readonly (readonly Job[])[];
  readonly concurrency: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** The answers in the jobs' order, with the milliseconds that all of them took. */
export interface Turn {
  readonly answers: readonly Answer[];
  readonly ms: number;
}

/**
 * POSTs all jobs of each turn, `concurrency` at a time, over kept connections, from a thread that does nothing else.
 */
export async function postTurns(load: Load): Promise<readonly Turn[]> {
  const thread = new Worker(new URL('./load-thread.ts', import.meta.url), { workerData: load });
  const [turns] = await once(thread, 'message');
  await thread.terminate();
  return turns;
}

/** The same with a single turn. */
export async function postAll({ jobs, ...load }: OneTurn): Promise<Turn> {
  const [turn] = await postTurns({ ...load, turns: [jobs] });
  return turn as Turn;
}

interface OneTurn extends Omit<Load, 'turns'> {
  readonly jobs: readonly Job[];
}
