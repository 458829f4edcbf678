const MINUTE_MS = 60_000;

/**
 * Whether an account that was last used at `usedAtMs` locks at `nowMs`. `minutes` is how long it may lie idle; null: as
 * long as the browser runs. A clock that was set back locks too: it could keep an account open for ever.
 */
export function isIdleTooLong(minutes: number | null, usedAtMs: number, nowMs: number): boolean {
  if (minutes === null) return false;
  return nowMs < usedAtMs || nowMs - usedAtMs >= minutes * MINUTE_MS;
}
