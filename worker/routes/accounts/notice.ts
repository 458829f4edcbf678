import type { Statement } from '../../database/guarded-batch.ts';
import type { Act } from '../../http/act.ts';
import type { AppContext } from '../../http/app-env.ts';
import { queueMail, sealMail } from '../../mail/queue-mail.ts';

/** Mails that tell no more than that something was done, when and from where. */
export type Notice =
  | 'new-device'
  | 'email-changed'
  | 'password-changed'
  | 'account-recovered'
  | 'recovery-kit-replaced'
  | 'user-key-replaced'
  | 'session-reused'
  | 'deletion-cancelled';

/**
 * The mail that tells the account's owner of an act, for the act's batch. In a list: an async function that returned the
 * statement itself would run it, since statements of drizzle are thenable.
 */
export async function noticeStatements(
  c: AppContext,
  { email, device, visitor, at }: Act,
  kind: Notice,
): Promise<readonly Statement[]> {
  const { client, country } = visitor;
  const facts = { at, device, client, country };
  return [queueMail(c, await sealMail(c.env, { to: email, kind, ...facts }))];
}
