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

/**
 * Adds to the log; what does not fit, and repeated opening, raises a count instead.
 *
 * @param stored number of the last event
 * @returns that number now
 */
export function recordEvent(
  sql: SqlStorage,
  kind: RecordedKind,
  visitor: Visitor,
  at: number,
  stored: number,
): number {
  const together = ENDINGS.has(kind) ? null : findSimilar(sql, kind, visitor.address, at, stored);
  if (together !== null) {
    sql.exec('update events set count = count + 1 where seq = ?', together);
    return stored;
  }
  sql.exec(
    'insert into events (at, kind, count, client, address) values (?, ?, 1, ?, ?)',
    at,
    kind,
    visitor.client,
    visitor.address,
  );
  return stored + 1;
}

/** Number of the last event. Events are never deleted one by one, so it is how many there are. */
export function selectLastEvent(sql: SqlStorage): number {
  return first(sql, 'select max(seq) as seq from events') ?? 0;
}

function findSimilar(
  sql: SqlStorage,
  kind: EventKind,
  address: string,
  at: number,
  stored: number,
): number | null {
  if (kind === 'opened') {
    const recent = first(
      sql,
      "select seq from events where kind = 'opened' and address = ? and at > ? order by seq desc limit 1",
      address,
      at - OPENED_TOGETHER_MS,
    );
    if (recent !== null) return recent;
  }
  if (stored < EVENTS_ORDINARY_MAX) return null;
  return first(
    sql,
    'select seq from events where kind = ? order by address = ? desc, seq desc limit 1',
    kind,
    address,
  );
}

type StoredEvent = EventRow & { readonly seq: number };
const SELECT_EVENTS = 'select seq, at, kind, count, client, address from events order by seq';

/** The whole log: what was recorded, and what the share and its claims tell by themselves. */
export function selectEvents(sql: SqlStorage, share: ShareRecord): EventRow[] {
  const { createdAt, createdClient: client, createdAddress: address, claims } = share;
  const created = { seq: 0, at: createdAt, kind: 'created', count: 1, client, address } as const;
  const recorded = sql.exec<StoredEvent>(SELECT_EVENTS).toArray();
  const revealed = claims.map(({ afterEvent, claimedAt, client, address }): StoredEvent => {
    return { seq: afterEvent, at: claimedAt, kind: 'revealed', count: 1, client, address };
  });
  return [created, ...recorded, ...revealed]
    .sort((a, b) => a.at - b.at || a.seq - b.seq)
    .map(({ seq: _, ...event }) => event);
}

function first(sql: SqlStorage, query: string, ...bindings: SqlStorageValue[]): number | null {
  const row = sql.exec<{ seq: number | null }>(query, ...bindings).next();
  return row.done ? null : row.value.seq;
}
