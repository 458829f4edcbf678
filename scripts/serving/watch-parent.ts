const INTERVAL_MS = 200;

/**
 * Calls `onGone` once when the process that started this one has ended: an npm that was killed can pass no
 * signal on.
 */
export function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL_MS);
  timer.unref();
}
