import { Hono } from 'hono';
import {
  type ParsedRotateUserKeyRequest,
  rotateUserKeyRequest,
} from '../../../shared/api/contract.ts';
import { makeVerifier } from '../../access/verifier.ts';
import {
  changeAccountStatements,
  HINDRANCES,
  nextManifestStatements,
  resealKeyStatement,
} from '../../database/accounts/change-account.ts';
import { readWholeAccount } from '../../database/accounts/find-account.ts';
import { rewrapItemsStatements, rewrapPasskeysStatements } from '../../database/accounts/rewrap.ts';
import { auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { confirmPassword } from './confirm-password.ts';
import { noticeStatements } from './notice.ts';

/** Room for the data keys of 100,000 versions and the longest manifest. */
const MAX_BYTES = 24 * 1024 * 1024;

/** A new user key: all that the old one wrapped is there under the new one, or nothing is changed. */
export const userKeyRoutes = new Hono<AppEnv>().post('/', async (c) => {
  const request = await readJson(c, rotateUserKeyRequest, MAX_BYTES);
  const { account, act } = await confirmPassword(c, request.auth, 'user-key-rotated');
  const { id: accountId } = account;
  const whole = await readWholeAccount(c.env.DB, { id: accountId });
  const isNext = request.generation === account.generation + 1;
  if (!isNext || !isSameKeys(request, whole?.keys ?? [])) throw new ApiError('account-changed');
  const change = {
    generation: request.generation,
    wrappedUserKey: request.wrappedUserKey,
    recoveryAuthHash: await makeVerifier(c.env, request.newKit.auth),
    recoveryWrappedUserKey: request.newKit.wrappedUserKey,
  };
  await runAct(c, HINDRANCES, [
    ...changeAccountStatements(c.env.DB, account, change),
    ...nextManifestStatements(c.env.DB, accountId, request),
    ...request.keys.map((key) => resealKeyStatement(c.env.DB, accountId, key)),
    ...rewrapPasskeysStatements(c.env.DB, accountId, request.passkeys),
    ...rewrapItemsStatements(c.env.DB, accountId, request.items),
    auditAct(c, act, { kind: 'user-key-rotated' }),
    ...(await noticeStatements(c, act, 'user-key-replaced')),
  ]);
  await c.env.VAULTS.getByName(accountId).tellRenewed(request.generation);
  return c.body(null, 204);
});

/** Whether the request names each of the account's keys once, and no other. */
function isSameKeys(
  { keys }: ParsedRotateUserKeyRequest,
  stored: readonly { readonly id: string }[],
): boolean {
  const given = new Set(keys.map(({ id }) => id));
  return keys.length === stored.length && stored.every(({ id }) => given.has(id));
}
