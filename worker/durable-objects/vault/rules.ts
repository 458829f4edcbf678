/* How an account's room is counted. What is on its way is held beforehand, so that however many things come at
 * the same time, never more is kept than the limit. */

export interface Room {
  /** Bytes that are kept. */
  readonly used: number;
  /** Bytes that are on their way. */
  readonly held: number;
}

/** Whether `bytes` more fit. Nothing always fits, also where a limit was lowered below what is there. */
export function fits({ used, held }: Room, bytes: number, limit: number): boolean {
  return bytes === 0 || used + held + bytes <= limit;
}

/** What is used after `added` came in and `freed` went. */
export function usedAfter(used: number, added: number, freed: number): number {
  return Math.max(0, used + added - freed);
}

/** A push is over long before; what is left by then was left by a crash. */
export const PUSH_MAX_MS = 10 * 60_000;
export const CHECK_AGAIN_MS = 60_000;

export interface Hold {
  readonly token: string;
  readonly expiresAt: number;
}

export interface Due {
  /** Those that nobody settled in time. */
  readonly expired: readonly string[];
  /** When to look again; null: never. */
  readonly next: number | null;
  /** Whether all that is known for certain is what the index says: nothing is on its way. */
  readonly isQuiet: boolean;
}

/** What is due at `now`. `isUnsure`: something expired earlier, and nobody knows how it ended. */
export function findDue(holds: readonly Hold[], isUnsure: boolean, now: number): Due {
  const expired = holds.filter(({ expiresAt }) => expiresAt <= now).map(({ token }) => token);
  const live = holds.filter(({ expiresAt }) => expiresAt > now);
  const unsure = isUnsure || expired.length > 0;
  const earliest = Math.min(...live.map(({ expiresAt }) => expiresAt));
  const next = live.length > 0 ? earliest : null;
  return {
    expired,
    isQuiet: live.length === 0,
    next: unsure ? (next ?? now + CHECK_AGAIN_MS) : next,
  };
}
