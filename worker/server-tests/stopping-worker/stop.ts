/** Where the Worker stops: at the write of that number, counted from 1. */
export interface Stop {
  readonly at: number;
  /** Before it; once it was sent and nobody has heard how it went; or once it was done. */
  readonly moment: 'before' | 'during' | 'after';
}

const LONGER_THAN_ANY_TEST_MS = 3_600_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let writes = 0;
let stop: Stop | null = null;
let isStopped = false;

/** Counts from 1 again; `null`: goes through. */
export function arm(next: Stop | null): void {
  writes = 0;
  stop = next;
  isStopped = false;
}

export const countWrites = (): number => writes;

/** Answers once the Worker has stopped. */
export async function waitForStop(): Promise<void> {
  while (!isStopped) await sleep(1);
}

/** Does a write, or stops for good; once stopped, no other is begun. */
export async function passWrite<T>(write: () => Promise<T>): Promise<T> {
  writes++;
  if (!isStopped && writes === stop?.at) {
    const writing = stop.moment === 'before' ? null : write();
    if (stop.moment === 'after') await writing;
    isStopped = true;
  }
  // A timer is something to wait for: the runtime ends requests that wait for nothing.
  if (isStopped) await sleep(LONGER_THAN_ANY_TEST_MS);
  return write();
}
