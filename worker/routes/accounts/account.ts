import { Hono } from 'hono';
import { MANIFEST_MAX_BYTES } from '../../../shared/api/account-limits.ts';
import { type AccountAnswer, putManifestRequest } from '../../../shared/api/contract.ts';
import { roleOf } from '../../access/role.ts';
import { userOf } from '../../access/user.ts';
import { HINDRANCES, nextManifestStatements } from '../../database/accounts/change-account.ts';
import { readWholeAccount } from '../../database/accounts/find-account.ts';
import { describeFactors, readFactors } from '../../database/accounts/read-factors.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { timeText } from '../../http/time-text.ts';

const MAX_BYTES = 2 * MANIFEST_MAX_BYTES;

export const ownAccountRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { accountId } = userOf(c);
    const [whole, factors, { used }] = await Promise.all([
      readWholeAccount(c.env.DB, { id: accountId }),
      readFactors(c.env.DB, accountId),
      c.env.VAULTS.getByName(accountId).usage(),
    ]);
    if (whole === null) throw new ApiError('session-ended');
    const { account, keys, manifest, manifestCounter } = whole;
    const { id, email, state, salt, iterations, wrappedUserKey, generation, deleteAfter } = account;
    return c.json({
      id,
      email,
      role: roleOf(c.env, account),
      state,
      createdAt: timeText(account.createdAt.getTime()),
      kdf: { salt, iterations },
      wrappedUserKey,
      generation,
      keys,
      manifest,
      manifestCounter,
      factors: describeFactors(factors),
      quota: { used, limit: c.env.LIBRARY_QUOTA_BYTES },
      ...(deleteAfter && { deleteAfter: timeText(deleteAfter.getTime()) }),
    } satisfies AccountAnswer);
  })
  .put('/manifest', async (c) => {
    const next = await readJson(c, putManifestRequest, MAX_BYTES);
    await runAct(c, HINDRANCES, nextManifestStatements(c.env.DB, userOf(c).accountId, next));
    return c.body(null, 204);
  });
