import { Hono } from 'hono';
import {
  type StepUpAnswer,
  type StepUpOptions,
  stepUpRequest,
} from '../../../shared/api/contract.ts';
import { signAccessToken } from '../../access/access-token.ts';
import { type User, userOf } from '../../access/user.ts';
import { beginSecondFactor, hasSecondFactor } from '../../factors/challenge.ts';
import { SPENT } from '../../factors/prove.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { timeText } from '../../http/time-text.ts';
import { confirmPassword } from '../accounts/confirm-password.ts';
import { checkSecondFactor } from './check.ts';

const MAX_BYTES = 64 * 1024;

/** Proving again who one is, for acts that do harm in wrong hands. */
export const stepUpRoutes = new Hono<AppEnv>()
  .post('/options', async (c) => {
    const { accountId } = userOf(c);
    const wanted = { purpose: 'step-up', accountId, payload: {} } as const;
    const challenge = await beginSecondFactor(c.env, wanted, Date.now());
    return c.json((challenge ?? { methods: ['password'] }) satisfies StepUpOptions);
  })
  .post('/', async (c) => {
    const request = await readJson(c, stepUpRequest, MAX_BYTES);
    const user = userOf(c);
    const { accountId } = user;
    if ('auth' in request) {
      // The password is enough where there is nothing stronger.
      if (await hasSecondFactor(c.env, accountId)) throw new ApiError('second-factor-required');
      const { act } = await confirmPassword(c, request.auth, 'step-up');
      await runAct(c, {}, [auditAct(c, act, { kind: 'step-up' })]);
    } else {
      const proven = await checkSecondFactor(
        c,
        { purpose: 'step-up', accountId },
        'step-up',
        request,
      );
      const line = auditAct(c, await actOf(c, user), { kind: 'step-up', detail: proven.method });
      await runAct(c, SPENT, [...proven.spend, line]);
      await proven.succeed();
    }
    return c.json(await stepUp(c, user));
  });

async function stepUp(c: AppContext, user: User): Promise<StepUpAnswer> {
  const now = Date.now();
  const claims = { ...user, steppedUpAt: now };
  const { accessToken, expiresAt } = await signAccessToken(c.env, claims, now);
  return { accessToken, accessExpiresAt: timeText(expiresAt) };
}
