import type { EventKind } from '../../../shared/api/limits.ts';

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

/** Adds to the log; what does not fit, and repeated opening, raises a count instead. */
export function recordEvent(
  sql: SqlStorage,
  kind: RecordedKind,
  visitor: Visitor,
  at: number,
): void {
  const together = ENDINGS.has(kind) ? null : findSimilar(sql, kind, visitor.address, at);
  if (together !== null) {
    sql.exec('update events set count = count + 1 where seq = ?', together);
    return;
  }
  sql.exec(
    'insert into events (at, kind, count, client, address) values (?, ?, 1, ?, ?)',
    at,
    kind,
    visitor.client,
    visitor.address,
  );
}

function findSimilar(sql: SqlStorage, kind: EventKind, address: string, at: number): number | null {
  if (kind === 'opened') {
    const recent = first(
      sql,
      "select seq from events where kind = 'opened' and address = ? and at > ? order by seq desc limit 1",
      address,
      at - OPENED_TOGETHER_MS,
    );
    if (recent !== null) return recent;
  }
  // Events are never deleted one by one, so the last number is how many there are.
  const stored = first(sql, 'select max(seq) as seq from events') ?? 0;
  if (stored < EVENTS_ORDINARY_MAX) return null;
  return first(
    sql,
    'select seq from events where kind = ? order by address = ? desc, seq desc limit 1',
    kind,
    address,
  );
}

const SELECT_EVENTS = `
select at, kind, count, client, address from (
  select created_at as at, 'created' as kind, 1 as count, created_client as client,
    created_address as address, 0 as place, 0 as nth from share
  union all
  select at, kind, count, client, address, seq, 0 from events
  union all
  select claimed_at, 'revealed', 1, client, address, after_event, 1000 - remaining from claims
) order by at, place, nth`;

export function selectEvents(sql: SqlStorage): EventRow[] {
  return sql.exec<EventRow>(SELECT_EVENTS).toArray();
}

function first(sql: SqlStorage, query: string, ...bindings: SqlStorageValue[]): number | null {
  const row = sql.exec<{ seq: number | null }>(query, ...bindings).next();
  return row.done ? null : row.value.seq;
}
