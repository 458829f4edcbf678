import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Job {
  readonly path: string;
  readonly body: string;
}

export interface Load {
  readonly origin: string;
  readonly jobs: readonly Job[];
  readonly concurrency: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/**
 * POSTs all jobs, `concurrency` at a time, over kept connections, from a thread of its own: this one reads the
 * server's log. Answers come in the jobs' order, with the milliseconds that all of them took.
 */
export async function postAll(load: Load): Promise<{ answers: Answer[]; ms: number }> {
  const thread = new Worker(new URL('./load-thread.ts', import.meta.url), { workerData: load });
  const [result] = await once(thread, 'message');
  await thread.terminate();
  return result;
}
