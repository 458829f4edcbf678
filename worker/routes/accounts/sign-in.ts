import { Hono } from 'hono';
import { KDF_MIN_ITERATIONS, KDF_SALT_BYTES } from '../../../shared/api/account-limits.ts';
import {
  type SignInAnswer,
  type SignInParametersAnswer,
  signInParametersRequest,
  signInRequest,
} from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../../shared/crypto/brand.ts';
import { beginAttempt } from '../../access/attempts.ts';
import { keyedHash } from '../../access/server-keys.ts';
import { verifyAuth } from '../../access/verifier.ts';
import { auditStatement } from '../../database/accounts/audit.ts';
import { findAccount, findAccountForDevice } from '../../database/accounts/find-account.ts';
import { renewVerifier } from '../../database/accounts/renew-verifier.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { beginSecondFactor } from '../../factors/challenge.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { type Entering, enterAccount } from './enter-account.ts';
import { readWho } from './who.ts';

const MAX_BYTES = 16 * 1024;

/** Stands in for an account's id where there is none, so that both branches do the same work. */
const NOBODY = encodeBase64url(new Uint8Array(OBJECT_ID_BYTES));

export const signInRoutes = new Hono<AppEnv>()
  .post('/parameters', limitRate('ACCOUNT_LIMIT'), async (c) => {
    const request = await readJson(c, signInParametersRequest, MAX_BYTES);
    const { email, name } = await readWho(c, request);
    const account = await findAccount(c.env.DB, name);
    const hash = await keyedHash(c.env, 'UNKNOWN_ACCOUNT_KEY', 'inkseal/salt/v1', email);
    const invented = encodeBase64url(hash.subarray(0, KDF_SALT_BYTES));
    return c.json({
      salt: account?.salt ?? invented,
      iterations: account?.iterations ?? KDF_MIN_ITERATIONS,
    } satisfies SignInParametersAnswer);
  })
  .post('/', limitRate('ACCOUNT_LIMIT'), async (c) => {
    const { auth, device, ...given } = await readJson(c, signInRequest, MAX_BYTES);
    const who = await readWho(c, given);
    const succeed = await beginAttempt(c.env, 'sign-in', who.email);
    const account = await findAccountForDevice(c.env.DB, who.name, device.id);
    const { isRight, renewed } = await verifyAuth(c.env, auth, account?.authHash ?? null);
    if (account === null || !isRight) {
      await logRefusal(c, account?.id ?? null, device.name, 'wrong-password');
      throw new ApiError('wrong-credentials');
    }
    await succeed();
    await renewVerifier(c.env.DB, account, { authHash: renewed });
    if (account.state === 'suspended') {
      await logRefusal(c, account.id, device.name, 'suspended');
      throw new ApiError('account-suspended');
    }
    const entering: Entering = { device, newIdentity: who.newIdentity };
    const wanted = { purpose: 'sign-in', accountId: account.id, payload: entering } as const;
    const challenge = await beginSecondFactor(c.env, wanted, Date.now());
    const answer = challenge ?? (await enterAccount(c, account, entering));
    return c.json(answer satisfies SignInAnswer);
  });

/** One statement, for accounts that are there and for those that are not. */
async function logRefusal(
  c: AppContext,
  accountId: string | null,
  device: string,
  outcome: 'wrong-password' | 'suspended',
): Promise<void> {
  const visitor = await accountVisitorOf(c, accountId ?? NOBODY);
  const entry = { accountId, kind: 'sign-in', outcome, device, visitor, at: new Date() } as const;
  await runGuarded(c.env.DB, [auditStatement(c.env.DB, entry)]);
}
