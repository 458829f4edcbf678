import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from './api-error.ts';
import { retry } from './retry.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser in which time stands still; @returns what tells its scripts that the network is back */
function standStill(): () => Promise<void> {
  const events = new EventTarget();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  return async () => {
    events.dispatchEvent(new Event('online'));
    await nextTurn();
  };
}

test('what could not be reached is tried again as soon as the network is back', async () => {
  const sayOnline = standStill();
  const job = vi.fn(async () => {
    if (job.mock.calls.length < 3) throw new UnreachableError(new TypeError('Failed to fetch'));
    return 'reached';
  });
  const reaching = retry(job);
  await nextTurn();
  await sayOnline();
  expect(job).toHaveBeenCalledTimes(2);
  await sayOnline();
  expect(await reaching).toBe('reached');
});

test('a server that asked to wait is not tried before', async () => {
  const sayOnline = standStill();
  const job = vi.fn(async () => {
    throw new ApiError(429, { code: 'rate-limited', message: 'Wait.' }, 10);
  });
  void retry(job).catch(() => {});
  await nextTurn();
  await sayOnline();
  expect(job).toHaveBeenCalledTimes(1);
});

test('a wait ends with the reason of its signal', async () => {
  standStill();
  const ending = new AbortController();
  const reaching = retry(
    () => Promise.reject(new UnreachableError(new TypeError('Failed to fetch'))),
    ending.signal,
  );
  await nextTurn();
  ending.abort(new Error('closed'));
  await expect(reaching).rejects.toThrow('closed');
});
