import { Hono } from 'hono';
import { MANIFEST_MAX_BYTES } from '../../../shared/api/account-limits.ts';
import {
  finishRecoveryRequest,
  type RecoveryAnswer,
  recoveryRequest,
  type TokensAnswer,
} from '../../../shared/api/contract.ts';
import { signToken, verifyToken } from '../../access/signed-token.ts';
import { makeVerifier, verifyAuth } from '../../access/verifier.ts';
import {
  changeAccountStatements,
  HINDRANCES,
  nextManifestStatements,
} from '../../database/accounts/change-account.ts';
import { findAccount, readWholeAccount } from '../../database/accounts/find-account.ts';
import { endSessionsStatement, listSessions } from '../../database/accounts/keep-sessions.ts';
import { renewVerifier } from '../../database/accounts/renew-verifier.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { useCode } from './codes.ts';
import { hangUp } from './hang-up.ts';
import { noticeStatements } from './notice.ts';
import { openSession } from './open-session.ts';

const OPEN_MAX_BYTES = 4096;
const FINISH_MAX_BYTES = 2 * MANIFEST_MAX_BYTES;

const AUDIENCE = 'inkseal/recovery';
const LIFETIME_SECONDS = 900;

/** The way back in: a code from the mail and the printed kit. Both are asked for, so no further factor is. */
export const recoveryRoutes = new Hono<AppEnv>()
  .post('/', limitRate('ACCOUNT_LIMIT'), async (c) => {
    const { email, code, auth } = await readJson(c, recoveryRequest, OPEN_MAX_BYTES);
    await useCode(c, 'recovery-code', { subject: email, code, use: 'recovery' });
    const whole = await readWholeAccount(c.env.DB, { email });
    const verifier = whole?.account.recoveryAuthHash ?? null;
    const { isRight, renewed } = await verifyAuth(c.env, auth, verifier);
    if (whole === null) throw new ApiError('wrong-kit');
    const { account, keys, manifest, manifestCounter } = whole;
    if (account.state === 'suspended') throw new ApiError('account-suspended');
    if (!isRight) {
      const visitor = await accountVisitorOf(c, account.id);
      const act = { accountId: account.id, email, device: '', visitor, at: new Date() };
      await runGuarded(c.env.DB, [auditAct(c, act, { kind: 'recovery', outcome: 'wrong-code' })]);
      throw new ApiError('wrong-kit');
    }
    await renewVerifier(c.env.DB, account, { recoveryAuthHash: renewed });
    const recovery = await signToken(c.env, {
      audience: AUDIENCE,
      subject: account.id,
      now: Date.now(),
      lifetimeSeconds: LIFETIME_SECONDS,
      claims: { rev: account.revision },
    });
    return c.json({
      accountId: account.id,
      kdf: { salt: account.salt, iterations: account.iterations },
      wrappedUserKey: account.recoveryWrappedUserKey,
      generation: account.generation,
      keys,
      manifest,
      manifestCounter,
      recovery,
    } satisfies RecoveryAnswer);
  })
  .post('/finish', limitRate('ACCOUNT_LIMIT'), async (c) => {
    const request = await readJson(c, finishRecoveryRequest, FINISH_MAX_BYTES);
    const { kdf, newKit, device } = request;
    const claims = await verifyToken(c.env, AUDIENCE, request.recovery, Date.now());
    const account = claims === null ? null : await findAccount(c.env.DB, { id: claims.sub });
    if (claims === null || account === null) throw new ApiError('unauthorized');
    // The token is good for the account as it was then: once something of it changes, that is over.
    if (claims.rev !== account.revision) throw new ApiError('account-changed');
    const change = {
      salt: kdf.salt,
      iterations: kdf.iterations,
      authHash: await makeVerifier(c.env, request.auth),
      wrappedUserKey: request.wrappedUserKey,
      recoveryAuthHash: await makeVerifier(c.env, newKit.auth),
      recoveryWrappedUserKey: newKit.wrappedUserKey,
    };
    const { id: accountId, email } = account;
    const ended = await listSessions(c.env.DB, accountId, Date.now());
    const visitor = await accountVisitorOf(c, accountId);
    const act = { accountId, email, device: device.name, visitor, at: new Date() };
    const before = [
      ...changeAccountStatements(c.env.DB, account, change),
      ...nextManifestStatements(c.env.DB, accountId, request),
      endSessionsStatement(c.env.DB, accountId, null),
      ...(await noticeStatements(c, act, 'account-recovered')),
    ];
    const changed = { ...account, revision: account.revision + 1, isKnownDevice: true };
    const entry = { kind: 'recovery', before, hindrances: HINDRANCES } as const;
    const answer = await openSession(c, changed, device, entry);
    await hangUp(
      c,
      accountId,
      ended.map(({ id }) => id),
    );
    return c.json(answer satisfies TokensAnswer);
  });
