import type { Statement } from '../../database/guarded-batch.ts';
import type { Act } from '../../http/act.ts';
import type { AppContext } from '../../http/app-env.ts';
import type { FactorFacts } from '../../mail/mail.ts';
import { queueMail, sealMail } from '../../mail/queue-mail.ts';

/**
 * The mail that tells the owner of a factor that came or went. In a list: statements of drizzle are thenable, so an async
 * function that returned one would run it.
 */
export async function noticeStatements(
  c: AppContext,
  { email, device, visitor, at }: Act,
  kind: 'factor-added' | 'factor-removed',
  factor: FactorFacts['factor'],
): Promise<readonly Statement[]> {
  const { client, country } = visitor;
  return [
    queueMail(c, await sealMail(c.env, { to: email, kind, factor, at, device, client, country })),
  ];
}
