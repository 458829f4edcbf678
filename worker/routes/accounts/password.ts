import { Hono } from 'hono';
import { MANIFEST_MAX_BYTES } from '../../../shared/api/account-limits.ts';
import { changePasswordRequest, newKitRequest } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import { makeVerifier } from '../../access/verifier.ts';
import {
  changeAccountStatements,
  HINDRANCES,
  nextManifestStatements,
} from '../../database/accounts/change-account.ts';
import { findAccount } from '../../database/accounts/find-account.ts';
import { endSessionsStatement, listSessions } from '../../database/accounts/keep-sessions.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { confirmPassword } from './confirm-password.ts';
import { hangUp } from './hang-up.ts';
import { noticeStatements } from './notice.ts';

const PASSWORD_MAX_BYTES = 2 * MANIFEST_MAX_BYTES;
const KIT_MAX_BYTES = 4096;

/** What wraps the user key: a new password or a new kit takes the place of the old one in one batch. */
export const passwordRoutes = new Hono<AppEnv>()
  .post('/password', async (c) => {
    const request = await readJson(c, changePasswordRequest, PASSWORD_MAX_BYTES);
    const { account, act } = await confirmPassword(c, request.auth, 'password-changed');
    const { sessionId } = userOf(c);
    const { salt, iterations } = request.kdf;
    const change = {
      salt,
      iterations,
      authHash: await makeVerifier(c.env, request.newAuth),
      wrappedUserKey: request.wrappedUserKey,
    };
    const sessions = await listSessions(c.env.DB, account.id, act.at.getTime());
    await runAct(c, HINDRANCES, [
      ...changeAccountStatements(c.env.DB, account, change),
      ...nextManifestStatements(c.env.DB, account.id, request),
      endSessionsStatement(c.env.DB, account.id, sessionId),
      auditAct(c, act, { kind: 'password-changed' }),
      ...(await noticeStatements(c, act, 'password-changed')),
    ]);
    const ended = sessions.map(({ id }) => id).filter((id) => id !== sessionId);
    await hangUp(c, account.id, ended);
    return c.body(null, 204);
  })
  .post('/recovery-kit', async (c) => {
    const { newKit, generation } = await readJson(c, newKitRequest, KIT_MAX_BYTES);
    const user = userOf(c);
    const account = await findAccount(c.env.DB, { id: user.accountId });
    // A kit that wraps an older user key would open nothing.
    if (account?.generation !== generation) throw new ApiError('account-changed');
    const act = await actOf(c, user);
    const change = {
      recoveryAuthHash: await makeVerifier(c.env, newKit.auth),
      recoveryWrappedUserKey: newKit.wrappedUserKey,
    };
    await runAct(c, HINDRANCES, [
      ...changeAccountStatements(c.env.DB, account, change),
      auditAct(c, act, { kind: 'recovery-kit-made' }),
      ...(await noticeStatements(c, act, 'recovery-kit-replaced')),
    ]);
    return c.body(null, 204);
  });
