import { Hono } from 'hono';
import { secondFactorRequest, type TokensAnswer } from '../../../shared/api/contract.ts';
import { auditStatement } from '../../database/accounts/audit.ts';
import { findAccountForDevice } from '../../database/accounts/find-account.ts';
import { SPENT } from '../../factors/prove.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { type Entering, enterAccount } from '../accounts/enter-account.ts';
import { checkSecondFactor } from './check.ts';

const MAX_BYTES = 64 * 1024;

/** The second half of signing in. */
export const secondFactorRoutes = new Hono<AppEnv>().post(
  '/',
  limitRate('ACCOUNT_LIMIT'),
  async (c) => {
    const request = await readJson(c, secondFactorRequest, MAX_BYTES);
    const proven = await checkSecondFactor(c, { purpose: 'sign-in' }, 'second-factor', request);
    const { accountId, payload } = proven.challenge;
    const entering = payload as Entering;
    const account = await findAccountForDevice(c.env.DB, { id: accountId }, entering.device.id);
    if (account === null) throw new ApiError('challenge-ended');
    const line = auditStatement(c.env.DB, {
      accountId,
      kind: 'second-factor',
      device: entering.device.name,
      detail: proven.method,
      visitor: await accountVisitorOf(c, accountId),
      at: new Date(),
    });
    const before = [...proven.spend, line];
    const tokens = await enterAccount(c, account, entering, before, SPENT);
    await proven.succeed();
    return c.json(tokens satisfies TokensAnswer);
  },
);
