import type { GoneReason, ShareState } from '../../../shared/api/limits.ts';
import { MAX_WRONG_VIEWS } from '../../../shared/api/limits.ts';
import { equalBytes } from '../../../shared/crypto/bytes.ts';

/* What a share allows (PROTOCOL section 4), as pure functions: no storage, no clock. Times are in
 * milliseconds since the epoch. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const TICKET_IDLE_MS = 10 * MINUTE_MS;
export const TICKET_MAX_MS = 6 * HOUR_MS;
export const UPLOAD_MAX_MS = DAY_MS;
export const TOMBSTONE_MS = 30 * DAY_MS;
/** The longest an object sleeps while it holds ciphertext: what a lost sweep left behind goes then. */
const LONGEST_SLEEP_MS = DAY_MS;
/** How soon an alarm tries again to delete content that could not be deleted. */
export const DELETE_RETRY_MS = 5 * MINUTE_MS;

/** A share as it is stored. */
export interface ShareRecord {
  readonly id: string;
  readonly probeHash: Uint8Array;
  readonly viewHash: Uint8Array;
  readonly ownerHash: Uint8Array;
  /** Hash of everything it was created with: the same create again is the same share. */
  readonly fingerprint: Uint8Array;
  readonly views: number;
  readonly viewsTaken: number;
  readonly wrongViews: number;
  readonly firstViews: number;
  readonly lifetimeMs: number;
  readonly createdAt: number;
  readonly createdClient: string;
  readonly createdAddress: string;
  /** While uploading: when the unfinished upload dies. */
  readonly expiresAt: number;
  /** When it first was to expire; `null` while uploading. */
  readonly firstExpiresAt: number | null;
  readonly contentLength: number;
  /** Length of a part where the content is uploaded, `null` where it is inline. */
  readonly partLength: number | null;
  readonly uploadId: string | null;
  readonly ended: GoneReason | null;
  readonly endedAt: number | null;
  /** Since when tickets are dead, whatever ended the share. */
  readonly revokedAt: number | null;
  /** Whether ciphertext may still be stored, here or in R2. */
  readonly hasContent: boolean;
  /** When the alarm is set to fire. */
  readonly alarmAt: number;
  /** In the order in which they were granted. */
  readonly claims: readonly GrantedClaim[];
}

/** What the rules ask of one granted claim. */
export interface ClaimRecord {
  /** Views that remained after this claim. */
  readonly remaining: number;
  readonly claimedAt: number;
  /** When the last request that carried the ticket began. */
  readonly usedAt: number;
  readonly acknowledgedAt: number | null;
}

/** A claim as its share keeps it. */
export interface GrantedClaim extends ClaimRecord {
  /** SHA-256 of the ticket in base64url. */
  readonly ticketHash: string;
  readonly client: string;
  readonly address: string;
  /** Number of the last event before it. */
  readonly afterEvent: number;
}

export function stateAt(share: ShareRecord, now: number): ShareState {
  if (share.ended !== null) return share.ended;
  if (now >= share.expiresAt) return 'expired';
  return share.firstExpiresAt === null ? 'uploading' : 'active';
}

export function isGone(state: ShareState): state is GoneReason {
  return state !== 'uploading' && state !== 'active';
}

export function viewsLeft(share: ShareRecord): number {
  return Math.max(0, share.views - share.viewsTaken);
}

/** When a ticket dies by itself, or `null` if it is dead already. */
export function ticketEndsAt(share: ShareRecord, claim: ClaimRecord, now: number): number | null {
  if (share.revokedAt !== null || claim.acknowledgedAt !== null) return null;
  const end = Math.min(claim.usedAt + TICKET_IDLE_MS, claim.claimedAt + TICKET_MAX_MS);
  return end > now ? end : null;
}

export type ClaimDecision =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'granted'; readonly remaining: number }
  | { readonly kind: 'repeated'; readonly remaining: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'gone'; readonly reason: GoneReason }
  | { readonly kind: 'wrong-view'; readonly attemptsLeft: number };

/** Checks 2 to 6 of a claim, first match answers. `earlier` is the claim with the same ticket, if any. */
export function decideClaim(
  share: ShareRecord,
  earlier: ClaimRecord | null,
  given: { readonly probeHash: Uint8Array; readonly viewHash: Uint8Array },
  now: number,
): ClaimDecision {
  const state = stateAt(share, now);
  if (state === 'uploading' || !equalBytes(given.probeHash, share.probeHash)) {
    return { kind: 'unknown' };
  }
  if (earlier !== null && ticketEndsAt(share, earlier, now) !== null) {
    return { kind: 'repeated', remaining: earlier.remaining };
  }
  if (isGone(state)) return { kind: 'gone', reason: state };
  if (earlier !== null) return { kind: 'ended' };
  if (!equalBytes(given.viewHash, share.viewHash)) {
    return { kind: 'wrong-view', attemptsLeft: MAX_WRONG_VIEWS - 1 - share.wrongViews };
  }
  return { kind: 'granted', remaining: viewsLeft(share) - 1 };
}

export type NarrowDecision =
  | { readonly kind: 'narrowed'; readonly views: number; readonly expiresAt: number }
  | { readonly kind: 'gone'; readonly reason: GoneReason }
  | { readonly kind: 'uploading' }
  | { readonly kind: 'wider'; readonly path: 'views' | 'expiresInSeconds' };

/** Whether the owner may change views and expiry so: never wider than now. */
export function decideNarrow(
  share: ShareRecord,
  change: { readonly views?: number | undefined; readonly expiresInSeconds?: number | undefined },
  now: number,
): NarrowDecision {
  const state = stateAt(share, now);
  if (isGone(state)) return { kind: 'gone', reason: state };
  if (state === 'uploading') return { kind: 'uploading' };
  const views = change.views ?? share.views;
  if (views > share.views) return { kind: 'wider', path: 'views' };
  const expiresAt =
    change.expiresInSeconds === undefined ? share.expiresAt : now + change.expiresInSeconds * 1000;
  if (expiresAt > share.expiresAt) return { kind: 'wider', path: 'expiresInSeconds' };
  return { kind: 'narrowed', views, expiresAt };
}

/** Whether ciphertext that is still stored has nobody left who may read it. */
export function isUnreadable(
  share: ShareRecord,
  claims: readonly ClaimRecord[],
  now: number,
): boolean {
  return isGone(stateAt(share, now)) && lastTicketEnd(share, claims, now) === null;
}

/** When the share next needs its alarm, after `now`; `null` when nothing of it has to stay any longer. */
export function nextAlarmAt(
  share: ShareRecord,
  claims: readonly ClaimRecord[],
  now: number,
): number | null {
  if (!isGone(stateAt(share, now))) return wakeForExpiry(share.expiresAt, now);
  if (share.hasContent) return lastTicketEnd(share, claims, now) ?? now + DELETE_RETRY_MS;
  const end = (share.endedAt ?? share.expiresAt) + TOMBSTONE_MS;
  return end > now ? end : null;
}

/** When a share that is not gone next needs its alarm. */
export function wakeForExpiry(expiresAt: number, now: number): number {
  return Math.min(expiresAt, now + LONGEST_SLEEP_MS);
}

function lastTicketEnd(
  share: ShareRecord,
  claims: readonly ClaimRecord[],
  now: number,
): number | null {
  let last: number | null = null;
  for (const claim of claims) {
    const end = ticketEndsAt(share, claim, now);
    if (end !== null && (last === null || end > last)) last = end;
  }
  return last;
}
