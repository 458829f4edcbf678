import { CODE_LIFETIME_SECONDS, CODE_TRIES } from '../../../shared/api/account-limits.ts';
import { equalBytes } from '../../../shared/crypto/bytes.ts';

/* How often somebody may guess a secret, and how often a code is sent. Times in ms. */

const MINUTE_MS = 60_000;

/** Wrong tries before the first wait. */
export const FREE_TRIES = 10;
const LONGEST_LOCK_MS = 15 * MINUTE_MS;
const FIRST_RESEND_MS = MINUTE_MS / 2;
const LONGEST_RESEND_MS = 60 * MINUTE_MS;
/** Without any try or code for that long, all is forgotten. */
export const MEMORY_MS = 24 * 60 * MINUTE_MS;

/** Tries since the last right one. */
export interface Tries {
  readonly count: number;
  readonly lockedUntil: number;
}

/** A code that was sent. */
export interface Code {
  readonly hash: Uint8Array;
  readonly goodUntil: number;
  readonly triesLeft: number;
  /** What the code was used for; the same may use it again, so that a lost answer loses nothing. */
  readonly usedFor: string | null;
}

export interface Sending {
  readonly count: number;
  readonly lastAt: number;
}

export type Wait = { readonly ok: false; readonly retryAfterSeconds: number };
export type Permit = { readonly ok: true } | Wait;
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly attemptsLeft: number };

/**
 * Takes one try, before anything is checked: the tenth in a row begins a wait of a minute, and each after it one
 * twice as long, up to 15 minutes.
 */
export function takeTry(tries: Tries, now: number): { permit: Permit; tries: Tries } {
  if (now < tries.lockedUntil) return { permit: wait(tries.lockedUntil - now), tries };
  const count = tries.count + 1;
  const over = count - FREE_TRIES;
  const lockMs = over < 0 ? 0 : Math.min(LONGEST_LOCK_MS, MINUTE_MS * 2 ** over);
  return { permit: { ok: true }, tries: { count, lockedUntil: now + lockMs } };
}

/** Whether another code may be sent: after half a minute at first, twice as long each time, up to an hour. */
export function takeSending(
  { count, lastAt }: Sending,
  now: number,
): { permit: Permit; sending: Sending } {
  const nextAt =
    count === 0 ? 0 : lastAt + Math.min(LONGEST_RESEND_MS, FIRST_RESEND_MS * 2 ** (count - 1));
  if (now < nextAt) return { permit: wait(nextAt - now), sending: { count, lastAt } };
  return { permit: { ok: true }, sending: { count: count + 1, lastAt: now } };
}

export function newCode(hash: Uint8Array, now: number): Code {
  const goodUntil = now + CODE_LIFETIME_SECONDS * 1000;
  return { hash, goodUntil, triesLeft: CODE_TRIES, usedFor: null };
}

/** Takes one of the code's tries. A right one is used up by `use`; no code, or a dead one, is wrong. */
export function tryCode(
  code: Code | null,
  { hash, use }: { readonly hash: Uint8Array; readonly use: string },
  now: number,
): { verdict: Verdict; code: Code | null } {
  if (code === null || now >= code.goodUntil || code.triesLeft === 0) {
    return { verdict: { ok: false, attemptsLeft: 0 }, code };
  }
  const tried = { ...code, triesLeft: code.triesLeft - 1 };
  const isUsable = code.usedFor === null || code.usedFor === use;
  if (equalBytes(code.hash, hash) && isUsable) {
    return { verdict: { ok: true }, code: { ...tried, usedFor: use } };
  }
  return { verdict: { ok: false, attemptsLeft: tried.triesLeft }, code: tried };
}

function wait(ms: number): Wait {
  return { ok: false, retryAfterSeconds: Math.ceil(ms / 1000) };
}
