import { Hono } from 'hono';
import { type IdentitiesAnswer, linkIdentityRequest } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import {
  findLinkedAccount,
  linkIdentityStatement,
  listIdentities,
  unlinkIdentityStatements,
} from '../../database/accounts/identities.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { readIdentity } from '../../oidc/identity-token.ts';
import { noticeStatements } from './notice.ts';

const MAX_BYTES = 8192;

/** Who issuers say that an account's owner is. They find the account; none of them opens it. */
export const identityRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const linked = await listIdentities(c.env.DB, userOf(c).accountId);
    const identities = linked.map(({ id, issuer, email }) => ({ id, issuer, email }));
    return c.json({ identities } satisfies IdentitiesAnswer);
  })
  .post('/', async (c) => {
    const request = await readJson(c, linkIdentityRequest, MAX_BYTES);
    const user = userOf(c);
    const act = await actOf(c, user);
    const identity = await readIdentity(c.env, request.identity, act.at.getTime());
    // Asked again, because an answer was lost.
    const owner = await findLinkedAccount(c.env.DB, identity);
    if (owner === user.accountId) return c.body(null, 204);
    await runAct(c, { 'not-unique': 'identity-taken' }, [
      linkIdentityStatement(c.env.DB, user.accountId, identity),
      auditAct(c, act, { kind: 'identity-linked', detail: identity.email }),
      ...(await noticeStatements(c, act, 'factor-added', 'identity')),
    ]);
    return c.body(null, 204);
  })
  .delete('/:id', async (c) => {
    const user = userOf(c);
    const linked = await listIdentities(c.env.DB, user.accountId);
    const identity = linked.find(({ id }) => id === c.req.param('id'));
    if (identity === undefined) throw new ApiError('not-found');
    const act = await actOf(c, user);
    await runAct(c, { 'not-found': 'not-found' }, [
      ...unlinkIdentityStatements(c.env.DB, user.accountId, identity),
      auditAct(c, act, { kind: 'identity-unlinked', detail: identity.email }),
      ...(await noticeStatements(c, act, 'factor-removed', 'identity')),
    ]);
    return c.body(null, 204);
  });
