import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import {
  ACTIVITY_PAGE,
  type ActivityKind,
  type ActivityOutcome,
} from '../../../shared/api/activity.ts';
import type { Statement } from '../guarded-batch.ts';
import { audit } from '../schema/audit.ts';

/** How long the log is kept. */
export const AUDIT_KEPT_MS = 365 * 86_400_000;

/** Who asked, as far as the account's owner may know. */
export interface AccountVisitor {
  /** Browser and system family. */
  readonly client: string;
  /** Keyed hash of the address, comparable within one account only. */
  readonly address: string;
  /** Two letters (ISO 3166), or empty. */
  readonly country: string;
}

export interface AuditEntry {
  /** `null` where there is no such account: the statement then runs and stores nothing, so that both
   * branches cost the same. */
  readonly accountId: string | null;
  readonly kind: ActivityKind;
  readonly outcome?: ActivityOutcome;
  readonly visitor: AccountVisitor;
  /** The name of the device, where it is known. */
  readonly device?: string;
  readonly detail?: string;
  readonly at: Date;
}

export type AuditRow = typeof audit.$inferSelect;

/** Writes one line of an account's log; belongs into the batch of what it tells about. */
export function auditStatement(database: D1Database, entry: AuditEntry): Statement {
  const { accountId, kind, outcome = 'ok', visitor, device = '', detail = '', at } = entry;
  return drizzle(database).run(sql`
    insert into ${audit} (account_id, at, kind, outcome, device, client, address, country, detail)
    select ${accountId}, ${at.getTime()}, ${kind}, ${outcome}, ${device}, ${visitor.client},
      ${visitor.address}, ${visitor.country}, ${detail}
    where ${accountId} is not null`);
}

/** A page of an account's log, newest first; `before` is the id of the last line of the page before. */
export function readActivity(
  database: D1Database,
  accountId: string,
  before: number | null,
): Promise<AuditRow[]> {
  return drizzle(database)
    .select()
    .from(audit)
    .where(and(eq(audit.accountId, accountId), before === null ? undefined : lt(audit.id, before)))
    .orderBy(desc(audit.id))
    .limit(ACTIVITY_PAGE);
}

/** Deletes what is older than the log is kept. */
export async function sweepActivity(database: D1Database, now: number): Promise<void> {
  await drizzle(database)
    .delete(audit)
    .where(lt(audit.at, new Date(now - AUDIT_KEPT_MS)));
}
