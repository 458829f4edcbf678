import { Hono } from 'hono';
import type { RecoveryCodesAnswer } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import { replaceRecoveryCodesStatements } from '../../database/accounts/recovery-codes.ts';
import { hashRecoveryCode, makeRecoveryCodes } from '../../factors/recovery-codes.ts';
import { actOf, auditAct } from '../../http/act.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { runAct } from '../../http/run-act.ts';
import { noticeStatements } from './notice.ts';

/** Codes on paper, for who lost every other factor. */
export const recoveryCodeRoutes = new Hono<AppEnv>().post('/', async (c) => {
  const user = userOf(c);
  const act = await actOf(c, user);
  const codes = makeRecoveryCodes();
  const hashing = codes.map(async (code) => {
    const [newest] = await hashRecoveryCode(c.env, user.accountId, code);
    return newest;
  });
  await runAct(c, { 'no-second-factor': 'no-second-factor' }, [
    ...replaceRecoveryCodesStatements(c.env.DB, user.accountId, await Promise.all(hashing)),
    auditAct(c, act, { kind: 'recovery-codes-made' }),
    ...(await noticeStatements(c, act, 'factor-added', 'recovery-codes')),
  ]);
  return c.json({ codes } satisfies RecoveryCodesAnswer, 201);
});
