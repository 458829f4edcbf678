import { Hono } from 'hono';
import {
  beginOidcRequest,
  finishOidcRequest,
  type IdentityAnswer,
} from '../../../shared/api/contract.ts';
import { hasAccount } from '../../database/accounts/identities.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { beginFlow } from '../../oidc/begin-flow.ts';
import { finishFlow } from '../../oidc/finish-flow.ts';
import { sealIdentity } from '../../oidc/identity-token.ts';

const MAX_BYTES = 32 * 1024;

/** Proving who one is by an issuer of OpenID Connect. It opens nothing: the vault password does. */
export const oidcRoutes = new Hono<AppEnv>()
  .use(limitRate('ACCOUNT_LIMIT'))
  .post('/', async (c) => {
    const { redirectUri } = await readJson(c, beginOidcRequest, MAX_BYTES);
    return c.json(await beginFlow(c.env, redirectUri, Date.now()));
  })
  .post('/callback', async (c) => {
    const request = await readJson(c, finishOidcRequest, MAX_BYTES);
    const now = Date.now();
    const identity = await finishFlow(c.env, request, now);
    const known = await hasAccount(c.env.DB, identity);
    const answer: IdentityAnswer = {
      identity: await sealIdentity(c.env, identity, now),
      email: identity.email,
      known,
    };
    return c.json(answer);
  });
