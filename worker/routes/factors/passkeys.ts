import { Hono } from 'hono';
import {
  addPasskeyRequest,
  changePasskeyRequest,
  type PasskeyOptionsAnswer,
} from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../../shared/crypto/brand.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { userOf } from '../../access/user.ts';
import { endChallengeStatements, findChallenge } from '../../database/accounts/challenges.ts';
import { sameUserKeyGuard } from '../../database/accounts/change-account.ts';
import {
  addPasskeyStatements,
  changePasskeyStatements,
  type PasskeyChange,
  type PasskeyRow,
  removePasskeyStatements,
} from '../../database/accounts/passkeys.ts';
import { describePasskey, readFactors } from '../../database/accounts/read-factors.ts';
import { dropUselessCodesStatement } from '../../database/accounts/recovery-codes.ts';
import type { Statement } from '../../database/guarded-batch.ts';
import { hashChallenge, makeChallenge } from '../../factors/challenge.ts';
import { creationOptions, passkeyOrigins, verifyRegistration } from '../../factors/passkeys.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { noticeStatements } from './notice.ts';

const MAX_BYTES = 64 * 1024;

const ADD_HINDRANCES = {
  'challenge-ended': 'challenge-ended',
  'too-many-passkeys': 'too-many-passkeys',
  'not-unique': 'factor-exists',
  'user-key-renewed': 'user-key-renewed',
} as const;

const CHANGE_HINDRANCES = {
  'not-found': 'not-found',
  'user-key-renewed': 'user-key-renewed',
} as const;

/** The passkeys of an account. */
export const passkeyRoutes = new Hono<AppEnv>()
  .post('/options', async (c) => {
    const { accountId, email } = userOf(c);
    const { passkeys } = await readFactors(c.env.DB, accountId);
    const wanted = { purpose: 'add-passkey', accountId, payload: {} } as const;
    const { token, webauthn } = await makeChallenge(c.env, wanted, Date.now());
    const options = creationOptions(webauthn, { id: accountId, email }, passkeys);
    return c.json({ challenge: token, options } satisfies PasskeyOptionsAnswer);
  })
  .post('/', async (c) => {
    const request = await readJson(c, addPasskeyRequest, MAX_BYTES);
    const { generation } = request;
    const user = userOf(c);
    const act = await actOf(c, user);
    const tokenHash = await hashChallenge(request.challenge);
    const now = act.at.getTime();
    const challenge = await findChallenge(c.env.DB, tokenHash, 'add-passkey', now);
    if (challenge?.accountId !== user.accountId) throw new ApiError('challenge-ended');
    const origins = passkeyOrigins(c.env);
    const credential = await verifyRegistration(origins, challenge.webauthn, request.passkey);
    if (credential === null) throw new ApiError('wrong-passkey');
    const row: PasskeyRow = {
      ...credential,
      id: encodeBase64url(randomBytes(OBJECT_ID_BYTES)),
      accountId: user.accountId,
      name: request.name,
      wrappedUserKey: request.wrappedUserKey ?? null,
      createdAt: act.at,
      lastUsedAt: null,
    };
    await runAct(c, ADD_HINDRANCES, [
      ...sameUserKeyGuards(c, generation),
      ...endChallengeStatements(c.env.DB, challenge),
      ...addPasskeyStatements(c.env.DB, row),
      auditAct(c, act, { kind: 'passkey-added', detail: row.name }),
      ...(await noticeStatements(c, act, 'factor-added', 'passkey')),
    ]);
    return c.json(describePasskey(row), 201);
  })
  .patch('/:id', async (c) => {
    const request = await readJson(c, changePasskeyRequest, MAX_BYTES);
    const { name, wrappedUserKey, generation } = request;
    const user = userOf(c);
    const act = await actOf(c, user);
    const passkey = { accountId: user.accountId, id: c.req.param('id') };
    const change: PasskeyChange = {
      ...(name !== undefined && { name }),
      ...(wrappedUserKey !== undefined && { wrappedUserKey }),
    };
    const lines = [
      ...(name === undefined ? [] : [{ kind: 'passkey-renamed', detail: name } as const]),
      ...(wrappedUserKey === undefined ? [] : [{ kind: 'passkey-unlocking-changed' } as const]),
    ];
    await runAct(c, CHANGE_HINDRANCES, [
      ...sameUserKeyGuards(c, generation),
      ...changePasskeyStatements(c.env.DB, passkey, change),
      ...lines.map((line) => auditAct(c, act, line)),
    ]);
    return c.body(null, 204);
  })
  .delete('/:id', async (c) => {
    const user = userOf(c);
    const act = await actOf(c, user);
    const { accountId } = user;
    const passkey = { accountId, id: c.req.param('id') };
    await runAct(c, { 'not-found': 'not-found' }, [
      ...removePasskeyStatements(c.env.DB, passkey),
      dropUselessCodesStatement(c.env.DB, accountId),
      auditAct(c, act, { kind: 'passkey-removed' }),
      ...(await noticeStatements(c, act, 'factor-removed', 'passkey')),
    ]);
    return c.body(null, 204);
  });

/** Where a wrap is given: that it is of the present user key. */
function sameUserKeyGuards(c: AppContext, generation: number | undefined): Statement[] {
  if (generation === undefined) return [];
  return [sameUserKeyGuard(c.env.DB, userOf(c).accountId, generation)];
}
