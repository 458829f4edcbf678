import type { Env } from '../bindings.ts';
import { deleteMail, type OutboxRow, postponeMail, takeDueMail } from '../database/outbox.ts';
import { environmentKeys } from '../sealing/environment-keys.ts';
import { openText } from '../sealing/seal.ts';
import type { Letter } from './mail.ts';
import { composeMessage } from './message.ts';
import { placeOf } from './queue-mail.ts';
import { type MailSettings, readMailSettings } from './settings.ts';
import { SMTP_LIMIT_MS, SmtpSession } from './smtp/session.ts';
import { SmtpError } from './smtp/smtp-error.ts';

/** More than a session that begins, sends and forgets can take. */
const LEASE_MS = 3 * SMTP_LIMIT_MS;
const FIRST_DELAY_MS = 60_000;
const LONGEST_DELAY_MS = 3_600_000;
/** With these delays about four days, as RFC 5321, section 4.5.4.1 wants. */
const MOST_TRIES = 100;
/** What one invocation sends before it leaves the rest to the next. */
const MOST_MAILS = 50;

/**
 * Sends what is due. A mail is deleted once the server took it; a crash in between sends it a second time,
 * with the same Message-ID. When the server fails, the rest waits for the next drain. Never throws: failures
 * are logged without a word of the mail, and tried again.
 */
export async function drainOutbox(env: Env): Promise<void> {
  const open: { session?: SmtpSession } = {};
  try {
    const settings = readMailSettings(env);
    for (let mails = 0; mails < MOST_MAILS; mails++) {
      const row = await takeDueMail(env.DB, Date.now(), LEASE_MS);
      if (row === null || !(await settle(env, settings, row, open))) break;
    }
  } catch (error) {
    log('mail-drain-failed', { error: error instanceof Error ? error.name : 'unknown' });
  } finally {
    await open.session?.close();
  }
}

/** @returns whether the server is good for another mail */
async function settle(
  env: Env,
  settings: MailSettings,
  row: OutboxRow,
  open: { session?: SmtpSession },
): Promise<boolean> {
  try {
    await send(env, settings, row, open);
  } catch (error) {
    const smtp = error instanceof SmtpError ? error : null;
    const isLost = smtp?.isRefusal === true || row.tries >= MOST_TRIES;
    if (isLost) await deleteMail(env.DB, row.id);
    else await postponeMail(env.DB, row, Date.now() + delayAfter(row.tries));
    log(isLost ? 'mail-given-up' : 'mail-postponed', {
      tries: row.tries,
      stage: smtp?.stage ?? 'compose',
      reply: smtp?.reply ?? null,
    });
    return isSessionGood(smtp, open.session);
  }
  await deleteMail(env.DB, row.id);
  return true;
}

async function send(
  env: Env,
  { server, sender }: MailSettings,
  { id, sealed, createdAt, tries }: OutboxRow,
  open: { session?: SmtpSession },
): Promise<void> {
  // Each time it was taken the Worker ended before it could say how it went.
  if (tries > MOST_TRIES) throw new Error('The mail was tried too often');
  const opened = await openText(environmentKeys(env), placeOf(id), sealed);
  if (opened === null) throw new Error('The mail opens under none of the keys');
  const letter = JSON.parse(new TextDecoder().decode(opened)) as Letter;
  const message = composeMessage(letter, sender, id, createdAt);
  const [, domain = ''] = sender.address.split('@');
  open.session ??= await SmtpSession.open(server, domain);
  await open.session.deliver({ from: sender.address, to: letter.to, message });
}

/** A mail that can't be composed says nothing of the server; one that was answered leaves a good session. */
async function isSessionGood(smtp: SmtpError | null, session?: SmtpSession): Promise<boolean> {
  if (smtp === null) return true;
  if (smtp.reply === null || smtp.reply === 421 || session === undefined) return false;
  return session.reset().then(
    () => true,
    () => false,
  );
}

/** 1, 2, 4 … minutes, at most an hour. */
export function delayAfter(tries: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS);
}

function log(event: string, facts: Readonly<Record<string, string | number | null>>): void {
  console.log(JSON.stringify({ event, ...facts }));
}
