/** After how many minutes without a touch an account locks; 0: only when the browser closes. */
export const LOCK_MINUTES = [1, 5, 15, 60, 0] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];
export const DEFAULT_LOCK_MINUTES: LockMinutes = 15;

const MINUTE_MS = 60_000;

/**
 * How long an account that was last used at `usedAtMs` stays open at `nowMs`, in milliseconds: 0 says to lock at once.
 * A clock that was set back locks, since it could keep an account open for ever.
 */
export function timeUntilLock(minutes: LockMinutes, usedAtMs: number, nowMs: number): number {
  if (minutes === 0) return Number.POSITIVE_INFINITY;
  const idleMs = nowMs - usedAtMs;
  return idleMs < 0 ? 0 : Math.max(0, minutes * MINUTE_MS - idleMs);
}
