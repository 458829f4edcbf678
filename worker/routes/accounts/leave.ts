import { Hono } from 'hono';
import { DELETION_DELAY_SECONDS } from '../../../shared/api/account-limits.ts';
import type { LeaveAnswer } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import { changeAccountStatements, HINDRANCES } from '../../database/accounts/change-account.ts';
import { findAccount } from '../../database/accounts/find-account.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { runAct } from '../../http/run-act.ts';
import { timeText } from '../../http/time-text.ts';
import { queueMail, sealMail } from '../../mail/queue-mail.ts';
import { noticeStatements } from './notice.ts';

/** Leaving: everything goes in 7 days, unless its owner repents. Asked again, the first date stands. */
export const leaveRoutes = new Hono<AppEnv>()
  .delete('/', async (c) => {
    const user = userOf(c);
    const account = await findAccount(c.env.DB, { id: user.accountId });
    if (account === null) throw new ApiError('session-ended');
    if (account.deleteAfter !== null) return c.json(answer(account.deleteAfter));
    const act = await actOf(c, user);
    const { email: to, device, visitor, at } = act;
    const deleteAfter = new Date(at.getTime() + DELETION_DELAY_SECONDS * 1000);
    const { client, country } = visitor;
    const facts = { at, device, client, country, deleteAfter };
    const mail = await sealMail(c.env, { to, kind: 'deletion-planned', ...facts });
    await runAct(c, HINDRANCES, [
      ...changeAccountStatements(c.env.DB, account, { state: 'leaving', deleteAfter }),
      auditAct(c, act, { kind: 'deletion-asked' }),
      queueMail(c, mail),
    ]);
    return c.json(answer(deleteAfter));
  })
  .post('/restore', async (c) => {
    const user = userOf(c);
    const account = await findAccount(c.env.DB, { id: user.accountId });
    if (account === null) throw new ApiError('session-ended');
    if (account.deleteAfter === null) return c.body(null, 204);
    const act = await actOf(c, user);
    await runAct(c, HINDRANCES, [
      ...changeAccountStatements(c.env.DB, account, { state: 'active', deleteAfter: null }),
      auditAct(c, act, { kind: 'deletion-taken-back' }),
      ...(await noticeStatements(c, act, 'deletion-cancelled')),
    ]);
    return c.body(null, 204);
  });

function answer(deleteAfter: Date): LeaveAnswer {
  return { deleteAfter: timeText(deleteAfter.getTime()) };
}
