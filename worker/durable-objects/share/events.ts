import type { EventKind } from '../../../shared/api/limits.ts';
import type { ShareRecord } from './rules.ts';

/** Who asked, as far as a share's owner may know. */
export interface Visitor {
  /** Browser and system family. */
  readonly client: string;
  /** Keyed hash of the address, comparable within one share only. */
  readonly address: string;
}

export const NOBODY: Visitor = { client: '', address: '' };

export type EventRow = {
  readonly client: string;
  readonly address: string;
  /** Milliseconds since the epoch; of the first one, where several are counted together. */
  readonly at: number;
  readonly kind: EventKind;
  readonly count: number;
};

export const EVENTS_MAX = 500;
/** Room for the creation and 100 claims, which are stored elsewhere, the endings, and one of every kind. */
const EVENTS_ORDINARY_MAX = EVENTS_MAX - 101 - 15;
const OPENED_TOGETHER_MS = 10 * 60_000;
const ENDINGS: ReadonlySet<EventKind> = new Set(['destroyed', 'revoked', 'expired', 'taken-down']);

/** What the share and its claims tell by themselves is not recorded again. */
export type RecordedKind = Exclude<EventKind, 'created' | 'revealed'>;

/** The log with one more event; what does not fit, and repeated opening, raises a count instead. */
export function addEvent(
  events: readonly EventRow[],
  kind: RecordedKind,
  visitor: Visitor,
  at: number,
): readonly EventRow[] {
  const similar = ENDINGS.has(kind) ? undefined : findSimilar(events, kind, visitor.address, at);
  if (similar === undefined) return [...events, { at, kind, count: 1, ...visitor }];
  return events.map((event) => (event === similar ? { ...event, count: event.count + 1 } : event));
}

function findSimilar(
  events: readonly EventRow[],
  kind: EventKind,
  address: string,
  at: number,
): EventRow | undefined {
  const isSame = (event: EventRow) => event.kind === kind && event.address === address;
  if (kind === 'opened') {
    const recent = events.findLast((event) => isSame(event) && event.at > at - OPENED_TOGETHER_MS);
    if (recent !== undefined) return recent;
  }
  if (events.length < EVENTS_ORDINARY_MAX) return;
  return events.findLast(isSame) ?? events.findLast((event) => event.kind === kind);
}

/** The whole log: what was recorded, and what the share and its claims tell by themselves. */
export function listEvents(share: ShareRecord, recorded: readonly EventRow[]): EventRow[] {
  const { createdAt, createdClient: client, createdAddress: address, claims } = share;
  const created: EventRow = { at: createdAt, kind: 'created', count: 1, client, address };
  const revealed = claims.map(({ afterEvent, claimedAt, client, address }) => ({
    seq: afterEvent,
    event: { at: claimedAt, kind: 'revealed', count: 1, client, address } satisfies EventRow,
  }));
  return [...[created, ...recorded].map((event, seq) => ({ seq, event })), ...revealed]
    .sort((a, b) => a.event.at - b.event.at || a.seq - b.seq)
    .map(({ event }) => event);
}
