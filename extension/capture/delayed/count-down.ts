import { clearStanding, showStanding } from '../standing.ts';

const SECOND_MS = 1000;

/**
 * Waits some seconds, which the toolbar button counts.
 * @returns whether time is up; false when the user gave up
 */
export async function countDown(seconds: number): Promise<boolean> {
  const stopping = new AbortController();
  try {
    for (let left = seconds; left > 0; left--) {
      showStanding({ kind: 'countdown', seconds: left }, () => stopping.abort());
      await waitOrStop(SECOND_MS, stopping.signal);
      if (stopping.signal.aborted) return false;
    }
    return true;
  } finally {
    clearStanding();
  }
}

function waitOrStop(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
