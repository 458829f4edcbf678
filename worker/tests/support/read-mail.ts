import { env } from 'cloudflare:workers';
import { desc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { outbox } from '../../database/schema/outbox.ts';
import type { Letter } from '../../mail/mail.ts';
import { placeOf } from '../../mail/queue-mail.ts';
import { environmentKeys } from '../../sealing/environment-keys.ts';
import { openText } from '../../sealing/seal.ts';

/** Every letter to `to` that waits, oldest first: in these tests nobody listens where mail is sent. */
export async function readMail(to: string): Promise<readonly Letter[]> {
  const rows = await drizzle(env.DB).select().from(outbox).orderBy(outbox.createdAt);
  const letters = await Promise.all(rows.map(openRow));
  return letters.filter((letter) => letter.to === to);
}

/** The newest letter to `to`, or `null`: opens no more than it must. */
export async function readNewestLetter(to: string): Promise<Letter | null> {
  const rows = await drizzle(env.DB).select().from(outbox).orderBy(desc(outbox.createdAt));
  for (const row of rows) {
    const letter = await openRow(row);
    if (letter.to === to) return letter;
  }
  return null;
}

/** The code in the newest letter to `to`. */
export async function readCode(to: string): Promise<string> {
  const letters = await readMail(to);
  const [code] = /\b\d{8}\b/.exec(letters.at(-1)?.subject ?? '') ?? [];
  if (code === undefined) throw new Error('No code waits for this address');
  return code;
}

async function openRow({ id, sealed }: typeof outbox.$inferSelect): Promise<Letter> {
  const opened = await openText(environmentKeys(env), placeOf(id), sealed);
  if (opened === null) throw new Error('A mail of the outbox does not open');
  return JSON.parse(new TextDecoder().decode(opened)) as Letter;
}
