import { ApiError, UnreachableError } from './api-error.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const ATTEMPTS = 5;

/** Whether the same request may well succeed later. */
export function isPassing(error: unknown): error is ApiError | UnreachableError {
  if (error instanceof UnreachableError) return true;
  return error instanceof ApiError && (error.status === 429 || error.status >= 500);
}

/** How long to wait after the failed attempt number `attempt` (from 0): exponential, with full jitter of a half. */
export function waitMs(attempt: number, error: unknown): number {
  const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (1 - Math.random() / 2);
  const asked = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  return Math.max(backOff, asked);
}

/** Resolves after `ms`. Rejects with the signal's reason when that comes first. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }
    function aborted(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    if (signal?.aborted) aborted();
    else signal?.addEventListener('abort', aborted, { once: true });
  });
}

/** As `sleep`, but ends at once when the browser says that the network is back. */
async function sleepUntilOnline(ms: number, signal?: AbortSignal): Promise<void> {
  const waking = new AbortController();
  const wake = () => waking.abort();
  // Node has no such events.
  const network = globalThis as unknown as Partial<EventTarget>;
  network.addEventListener?.('online', wake);
  try {
    await sleep(ms, AbortSignal.any([waking.signal, ...(signal ? [signal] : [])]));
  } catch (error) {
    if (!waking.signal.aborted || signal?.aborted) throw error;
  } finally {
    network.removeEventListener?.('online', wake);
  }
}

/**
 * Runs an idempotent `job` up to five times while its failure may pass, at once where the network is back; throws the
 * last failure.
 */
export async function retry<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await job();
    } catch (error) {
      if (!isPassing(error) || attempt + 1 >= ATTEMPTS) throw error;
      const wait = waitMs(attempt, error);
      if (wait > LONGEST_WAIT_MS) throw error; // a person should be told rather than kept waiting
      await (error instanceof UnreachableError
        ? sleepUntilOnline(wait, signal)
        : sleep(wait, signal));
    }
  }
}
