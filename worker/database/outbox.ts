import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { outbox } from './schema/outbox.ts';

export type OutboxRow = typeof outbox.$inferSelect;

/**
 * Takes the mail that has waited longest, so that nobody else takes it before `leaseMs` are over; `null`
 * where none is due. One statement: of two that ask at the same time one gets it.
 */
export async function takeDueMail(
  database: D1Database,
  now: number,
  leaseMs: number,
): Promise<OutboxRow | null> {
  const first = sql`(select id from ${outbox} where due_at <= ${now} order by due_at limit 1)`;
  const [row] = await drizzle(database)
    .update(outbox)
    .set({ tries: sql`${outbox.tries} + 1`, dueAt: new Date(now + leaseMs) })
    .where(sql`${outbox.id} = ${first}`)
    .returning();
  return row ?? null;
}

/** Says when a mail that did not go is tried again, unless somebody took it again since. */
export async function postponeMail(
  database: D1Database,
  { id, tries }: OutboxRow,
  dueAt: number,
): Promise<void> {
  await drizzle(database)
    .update(outbox)
    .set({ dueAt: new Date(dueAt) })
    .where(and(eq(outbox.id, id), eq(outbox.tries, tries)));
}

/** Deletes a mail that went, or never will. */
export async function deleteMail(database: D1Database, id: string): Promise<void> {
  await drizzle(database).delete(outbox).where(eq(outbox.id, id));
}
