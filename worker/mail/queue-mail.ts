import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
import { utf8 } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { outbox } from '../database/schema/outbox.ts';
import type { AppContext } from '../http/app-env.ts';
import { environmentKeys } from '../sealing/environment-keys.ts';
import { sealText } from '../sealing/seal.ts';
import { checkMailAddress } from './address.ts';
import type { Mail } from './mail.ts';
import { writeLetter } from './texts.ts';

/** A mail in words, sealed for its row of the outbox. */
export interface SealedMail {
  readonly id: string;
  readonly sealed: string;
}

/** Where an outbox row's text belongs. */
export function placeOf(rowId: string) {
  return { purpose: 'mail', rowId };
}

/**
 * Writes a mail and seals it, touching no storage: codes don't lie in the database in clear, not even while
 * the mail server is away.
 *
 * @throws {ApiError} 400 where the address could end a header, 503 without a sealing key
 */
export async function sealMail(env: Env, mail: Mail): Promise<SealedMail> {
  checkMailAddress(mail.to);
  const id = crypto.randomUUID();
  const letter = utf8(JSON.stringify(writeLetter(mail)));
  return { id, sealed: await sealText(environmentKeys(env), placeOf(id), letter) };
}

/**
 * The statement that puts a mail into the outbox: it goes into the batch of what the mail tells about, so
 * that both happen or neither. Who answers a request uses {@link queueMail}.
 */
export function mailStatement(database: D1Database, { id, sealed }: SealedMail) {
  const now = new Date();
  const row = { id, sealed, createdAt: now, tries: 0, dueAt: now };
  return drizzle(database).insert(outbox).values(row) satisfies BatchItem<'sqlite'>;
}

/** As {@link mailStatement}; the outbox is drained as soon as the request is answered. */
export function queueMail(c: AppContext, mail: SealedMail) {
  c.set('hasMail', true);
  return mailStatement(c.env.DB, mail);
}
