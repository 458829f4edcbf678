import { Hono } from 'hono';
import { confirmTotpRequest, type TotpAnswer } from '../../../shared/api/contract.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { beginAttempt } from '../../access/attempts.ts';
import { userOf } from '../../access/user.ts';
import { dropUselessCodesStatement } from '../../database/accounts/recovery-codes.ts';
import {
  confirmTotpStatements,
  findTotp,
  keepPendingTotp,
  removeTotpStatements,
} from '../../database/accounts/totps.ts';
import { matchTotp, TOTP_SECRET_BYTES, totpSecretText, totpUri } from '../../factors/totp.ts';
import { openTotpSecret, sealTotpSecret } from '../../factors/totp-secret.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { noticeStatements } from './notice.ts';

const MAX_BYTES = 1024;

/** The authenticator app of an account. */
export const totpRoutes = new Hono<AppEnv>()
  .post('/', async (c) => {
    const { accountId, email } = userOf(c);
    const secret = randomBytes(TOTP_SECRET_BYTES);
    const sealed = await sealTotpSecret(c.env, accountId, secret);
    if (!(await keepPendingTotp(c.env.DB, accountId, sealed))) throw new ApiError('factor-exists');
    const answer: TotpAnswer = { secret: totpSecretText(secret), uri: totpUri(secret, email) };
    return c.json(answer, 201);
  })
  .post('/confirm', async (c) => {
    const { code } = await readJson(c, confirmTotpRequest, MAX_BYTES);
    const user = userOf(c);
    const act = await actOf(c, user);
    const row = await findTotp(c.env.DB, user.accountId);
    if (row === null) throw new ApiError('not-found');
    if (row.confirmedAt !== null) throw new ApiError('factor-exists');
    const succeed = await beginAttempt(c.env, 'second-factor', user.accountId);
    const secret = await openTotpSecret(c.env, row);
    const step = matchTotp(secret, code, act.at.getTime(), row.lastStep);
    if (step === null) throw new ApiError('wrong-code');
    await runAct(c, { 'code-spent': 'wrong-code' }, [
      ...confirmTotpStatements(c.env.DB, row, step, act.at),
      auditAct(c, act, { kind: 'totp-added' }),
      ...(await noticeStatements(c, act, 'factor-added', 'totp')),
    ]);
    await succeed();
    return c.body(null, 204);
  })
  .delete('/', async (c) => {
    const user = userOf(c);
    const act = await actOf(c, user);
    await runAct(c, { 'not-found': 'not-found' }, [
      ...removeTotpStatements(c.env.DB, user.accountId),
      dropUselessCodesStatement(c.env.DB, user.accountId),
      auditAct(c, act, { kind: 'totp-removed' }),
      ...(await noticeStatements(c, act, 'factor-removed', 'totp')),
    ]);
    return c.body(null, 204);
  });
