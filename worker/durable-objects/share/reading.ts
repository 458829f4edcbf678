import { type Bytes, equalBytes } from '../../../shared/crypto/bytes.ts';
import { destroyShare, dropUnreadable, settleExpiry } from './ending.ts';
import type { Visitor } from './events.ts';
import { gone, NOT_FOUND, type Outcome, refuse } from './outcome.ts';
import {
  decideClaim,
  isGone,
  type ShareRecord,
  stateAt,
  ticketEndsAt,
  viewsLeft,
} from './rules.ts';
import type { SealedRecord, ShareStore } from './store.ts';

/* What readers do: look, claim, read, acknowledge. */

export interface OpenedShare {
  readonly remaining: number;
  readonly views: number;
  readonly expiresAt: number;
  readonly contentLength: number;
}

export interface ClaimInput {
  readonly probeHash: Uint8Array;
  readonly viewHash: Uint8Array;
  /** In base64url. */
  readonly ticketHash: string;
}

export interface ClaimedShare extends SealedRecord {
  readonly remaining: number;
  readonly contentLength: number;
}

/** The share if `probeHash` is right and readers may know of it, gone or not. */
export function findByProbe(
  store: ShareStore,
  probeHash: Uint8Array,
  now: number,
): ShareRecord | null {
  const share = store.share();
  if (share === null || stateAt(share, now) === 'uploading') return null;
  return equalBytes(probeHash, share.probeHash) ? share : null;
}

export function openShare(
  store: ShareStore,
  probeHash: Uint8Array,
  visitor: Visitor,
  now: number,
): Outcome<OpenedShare> {
  const share = findByProbe(store, probeHash, now);
  if (share === null) return NOT_FOUND;
  const state = stateAt(share, now);
  if (isGone(state)) return gone(state);
  store.record('opened', visitor, now);
  const { views, expiresAt, contentLength } = share;
  return { ok: true, remaining: viewsLeft(share), views, expiresAt, contentLength };
}

export function claimShare(
  store: ShareStore,
  input: ClaimInput,
  visitor: Visitor,
  now: number,
): Outcome<ClaimedShare> {
  const share = store.share();
  if (share === null) return NOT_FOUND;
  const earlier = store.claim(input.ticketHash);
  const decision = decideClaim(share, earlier, input, now);
  switch (decision.kind) {
    case 'unknown':
      return NOT_FOUND;
    case 'ended':
      return refuse('claim-ended');
    case 'gone':
      return gone(decision.reason);
    case 'wrong-view':
      countWrongView(store, share, decision.attemptsLeft, visitor, now);
      return { ok: false, code: 'wrong-passphrase', attemptsLeft: decision.attemptsLeft };
    case 'granted':
      takeView(store, share, input.ticketHash, decision.remaining, visitor, now);
      break;
    case 'repeated':
      store.changeClaim(input.ticketHash, { usedAt: now });
  }
  const { contentLength } = share;
  return { ok: true, remaining: decision.remaining, contentLength, ...store.sealed() };
}

function takeView(
  store: ShareStore,
  share: ShareRecord,
  ticketHash: string,
  remaining: number,
  visitor: Visitor,
  now: number,
): void {
  const claims = [...share.claims, store.makeClaim(ticketHash, remaining, visitor, now)];
  const usedUp = remaining === 0 ? ({ ended: 'used-up', endedAt: now } as const) : {};
  store.update({ claims, viewsTaken: share.viewsTaken + 1, ...usedUp });
}

function countWrongView(
  store: ShareStore,
  share: ShareRecord,
  attemptsLeft: number,
  visitor: Visitor,
  now: number,
): void {
  store.transaction(() => {
    store.update({ wrongViews: share.wrongViews + 1 });
    store.record('wrong-view', visitor, now);
    if (attemptsLeft === 0) destroyShare(store, visitor, now);
  });
}

export interface Content {
  readonly contentLength: number;
  /** `null`: it lies in R2. */
  readonly content: Bytes | null;
}

/** What a ticket may read now; using it keeps it alive. */
export function useTicket(store: ShareStore, ticketHash: string, now: number): Outcome<Content> {
  const share = store.share();
  const claim = share === null ? null : store.claim(ticketHash);
  if (share === null || claim === null) return NOT_FOUND;
  if (ticketEndsAt(share, claim, now) === null) {
    const state = stateAt(share, now);
    return isGone(state) ? gone(state) : refuse('claim-ended');
  }
  store.changeClaim(ticketHash, { usedAt: now });
  return { ok: true, contentLength: share.contentLength, content: store.sealed().content };
}

/** Ends a ticket; with the last one, what a gone share still holds is deleted. */
export function acknowledgeTicket(
  store: ShareStore,
  ticketHash: string,
  visitor: Visitor,
  now: number,
): Outcome<unknown> {
  const share = settleExpiry(store, now);
  const claim = share === null ? null : store.claim(ticketHash);
  if (share === null || claim === null) return NOT_FOUND;
  if (ticketEndsAt(share, claim, now) !== null) {
    store.transaction(() => {
      store.changeClaim(ticketHash, { acknowledgedAt: now });
      store.record('acknowledged', visitor, now);
      dropUnreadable(store, now);
    });
  }
  return { ok: true };
}
