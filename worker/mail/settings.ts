import type { Env } from '../bindings.ts';
import { ApiError } from '../http/api-error.ts';
import { isMailAddress } from './address.ts';
import type { Sender } from './message.ts';
import { type MailServer, readMailServer } from './smtp/mail-server.ts';

export interface MailSettings {
  readonly server: MailServer;
  readonly sender: Sender;
}

/**
 * What `SMTP_URL` and `MAIL_FROM` say.
 * @throws {ApiError} 503 where one of them is missing or unusable
 */
export function readMailSettings({ SMTP_URL = '', MAIL_FROM = '' }: Env): MailSettings {
  const server = readMailServer(SMTP_URL);
  const sender = readSender(MAIL_FROM);
  if (server === null || sender === null) throw new ApiError('unavailable', { part: 'mail' });
  return { server, sender };
}

/** `Name <name@host>` or `name@host`. */
function readSender(text: string): Sender | null {
  const [, name = '', address = text] = /^([^<>\r\n]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  return isMailAddress(address.trim()) ? { name: name.trim(), address: address.trim() } : null;
}
