import type { ShareState } from '../../../shared/api/limits.ts';
import { equalBytes } from '../../../shared/crypto/bytes.ts';
import { dropUnreadable, endAtOnce, endShare, settleExpiry } from './ending.ts';
import type { EventRow, Visitor } from './events.ts';
import { gone, NOT_FOUND, type Outcome, refuse } from './outcome.ts';
import { decideNarrow, type ShareRecord, stateAt, viewsLeft } from './rules.ts';
import type { ShareStore } from './store.ts';

/* What a share's creator does with it. */

export interface OwnedShare {
  readonly state: ShareState;
  readonly views: number;
  readonly remaining: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly contentLength: number;
}

/** The share if `ownerHash` is its owner's. */
export function findOwned(
  store: ShareStore,
  ownerHash: Uint8Array,
  now: number,
): ShareRecord | null {
  const share = settleExpiry(store, now);
  return share !== null && equalBytes(ownerHash, share.ownerHash) ? share : null;
}

export function readStatus(
  store: ShareStore,
  ownerHash: Uint8Array,
  now: number,
): Outcome<OwnedShare> {
  const share = findOwned(store, ownerHash, now);
  if (share === null) return NOT_FOUND;
  return { ok: true, ...describeShare(share, now) };
}

export function describeShare(share: ShareRecord, now: number): OwnedShare {
  const { views, createdAt, expiresAt, contentLength } = share;
  const state = stateAt(share, now);
  return { state, views, remaining: viewsLeft(share), createdAt, expiresAt, contentLength };
}

export function readEvents(
  store: ShareStore,
  ownerHash: Uint8Array,
  now: number,
): Outcome<{ readonly events: EventRow[] }> {
  if (findOwned(store, ownerHash, now) === null) return NOT_FOUND;
  return { ok: true, events: store.events() };
}

export interface Narrowing {
  readonly views?: number | undefined;
  readonly expiresInSeconds?: number | undefined;
}

export function narrowShare(
  store: ShareStore,
  ownerHash: Uint8Array,
  change: Narrowing,
  visitor: Visitor,
  now: number,
): Outcome<OwnedShare> {
  const share = findOwned(store, ownerHash, now);
  if (share === null) return NOT_FOUND;
  const decision = decideNarrow(share, change, now);
  switch (decision.kind) {
    case 'gone':
      return gone(decision.reason);
    case 'uploading':
      return refuse('upload-incomplete');
    case 'wider':
      return { ok: false, code: 'invalid-request', path: decision.path };
    case 'narrowed':
      store.transaction(() => {
        store.update({ views: decision.views, expiresAt: decision.expiresAt });
        store.record('narrowed', visitor, now);
        store.wakeBy(decision.expiresAt);
        if (decision.views <= share.viewsTaken) endShare(store, 'used-up', now);
        dropUnreadable(store, now);
      });
      return readStatus(store, ownerHash, now);
  }
}

/** Ends the share and every ticket. Content in R2 is still to be deleted after this. */
export function revokeShare(
  store: ShareStore,
  ownerHash: Uint8Array,
  visitor: Visitor,
  now: number,
): Outcome<unknown> {
  const share = findOwned(store, ownerHash, now);
  if (share === null) return NOT_FOUND;
  if (share.revokedAt === null) endAtOnce(store, 'revoked', visitor, now);
  return { ok: true };
}
