import { Hono } from 'hono';
import { changeEmailRequest, confirmEmailRequest } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import { changeAccountStatements, HINDRANCES } from '../../database/accounts/change-account.ts';
import { findAccount } from '../../database/accounts/find-account.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { sendCode, useCode } from './codes.ts';
import { noticeStatements } from './notice.ts';

const MAX_BYTES = 4096;

/** Another address: a code goes to it, and once it came back the old one is told. */
export const emailRoutes = new Hono<AppEnv>()
  .post('/', async (c) => {
    const { email } = await readJson(c, changeEmailRequest, MAX_BYTES);
    const { accountId } = userOf(c);
    const isFree = (await findAccount(c.env.DB, { email })) === null;
    await sendCode(c, {
      guessed: 'email-code',
      subject: subjectOf(accountId, email),
      to: email,
      kind: 'email-change-code',
      instead: 'email-taken',
      isUsable: isFree,
    });
    return c.body(null, 202);
  })
  .post('/confirm', async (c) => {
    const { email, code } = await readJson(c, confirmEmailRequest, MAX_BYTES);
    const user = userOf(c);
    const subject = subjectOf(user.accountId, email);
    await useCode(c, 'email-code', { subject, code, use: 'email' });
    const account = await findAccount(c.env.DB, { id: user.accountId });
    if (account === null) throw new ApiError('session-ended');
    const act = await actOf(c, user);
    // Taken by somebody else since the code was sent: as if it never had been right.
    const hindrances = { ...HINDRANCES, 'not-unique': 'wrong-code' } as const;
    await runAct(c, hindrances, [
      ...changeAccountStatements(c.env.DB, account, { email }),
      auditAct(c, act, { kind: 'email-changed' }),
      ...(await noticeStatements(c, act, 'email-changed')),
    ]);
    return c.body(null, 204);
  });

function subjectOf(accountId: string, email: string): string {
  return `${accountId} ${email}`;
}
