import { endAtOnce, settleExpiry } from './ending.ts';
import { NOBODY } from './events.ts';
import { NOT_FOUND, type Outcome } from './outcome.ts';
import { describeShare, type OwnedShare } from './owning.ts';
import { ticketEndsAt } from './rules.ts';
import type { ShareStore } from './store.ts';

/* What the operator may know of a share and do to it, without any of its tokens. */

export interface InspectedShare extends OwnedShare {
  /** Whether ciphertext is still stored. */
  readonly hasContent: boolean;
  readonly liveTickets: number;
  /** How often each kind of event happened. */
  readonly events: Readonly<Record<string, number>>;
}

export function inspectShare(store: ShareStore, now: number): Outcome<InspectedShare> {
  const share = settleExpiry(store, now);
  if (share === null) return NOT_FOUND;
  const live = store.claims().filter((claim) => ticketEndsAt(share, claim, now) !== null);
  const events: Record<string, number> = {};
  for (const { kind, count } of store.events()) events[kind] = (events[kind] ?? 0) + count;
  const { hasContent } = share;
  return { ok: true, ...describeShare(share, now), hasContent, liveTickets: live.length, events };
}

/** Ends the share and every ticket. Content in R2 is still to be deleted after this. */
export function takeDownShare(store: ShareStore, now: number): Outcome<unknown> {
  const share = settleExpiry(store, now);
  if (share === null) return NOT_FOUND;
  if (share.revokedAt === null) endAtOnce(store, 'taken-down', NOBODY, now);
  return { ok: true };
}
