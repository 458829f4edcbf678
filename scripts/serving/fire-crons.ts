import type { Miniflare } from 'miniflare';

const INTERVAL_MS = 60_000;

/**
 * Fires the Worker's cron triggers, which Miniflare never does by itself: each of them once a minute,
 * whatever its expression says, so that a development server sweeps soon.
 *
 * @returns a function that stops it
 */
export function fireCrons(
  miniflare: Miniflare,
  worker: string,
  crons: readonly string[],
): () => void {
  const fire = async () => {
    const fetcher = await miniflare.getWorker(worker);
    for (const cron of crons) await fetcher.scheduled({ cron, scheduledTime: new Date() });
  };
  const timer = setInterval(() => {
    fire().catch((error: unknown) => console.error('A cron trigger failed:', error));
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
