import { Hono } from 'hono';
import { renameSessionRequest, type SessionsAnswer } from '../../../shared/api/contract.ts';
import { userOf } from '../../access/user.ts';
import {
  endSessionStatement,
  endSessionsStatement,
  findSession,
  listSessions,
  renameSessionStatement,
  type SessionRow,
} from '../../database/accounts/keep-sessions.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { actOf, auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { readShareId } from '../../http/read-params.ts';
import { timeText } from '../../http/time-text.ts';
import { hangUp } from './hang-up.ts';

const MAX_BYTES = 4096;

/** Every signed-in browser of the user. Somebody else's session is as unknown as none. */
export const sessionRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { accountId, sessionId } = userOf(c);
    const rows = await listSessions(c.env.DB, accountId, Date.now());
    const sessions = rows.map(({ id, name, client, country, createdAt, lastUsedAt }) => ({
      id,
      name,
      client,
      country,
      createdAt: timeText(createdAt.getTime()),
      lastUsedAt: timeText(lastUsedAt.getTime()),
      current: id === sessionId,
    }));
    return c.json({ sessions } satisfies SessionsAnswer);
  })
  .patch('/:id', async (c) => {
    const { name } = await readJson(c, renameSessionRequest, MAX_BYTES);
    const session = await ownSession(c);
    const act = await actOf(c, userOf(c));
    await runGuarded(c.env.DB, [
      renameSessionStatement(c.env.DB, session, name),
      auditAct(c, act, { kind: 'session-renamed', detail: name }),
    ]);
    return c.body(null, 204);
  })
  .delete('/:id', async (c) => {
    const session = await ownSession(c);
    const act = await actOf(c, userOf(c));
    await runGuarded(c.env.DB, [
      endSessionStatement(c.env.DB, session),
      auditAct(c, act, { kind: 'session-ended', detail: session.name }),
    ]);
    await hangUp(c, session.accountId, [session.id]);
    return c.body(null, 204);
  })
  .delete('/', async (c) => {
    const user = userOf(c);
    const { accountId, sessionId } = user;
    const act = await actOf(c, user);
    const sessions = await listSessions(c.env.DB, accountId, act.at.getTime());
    await runGuarded(c.env.DB, [
      endSessionsStatement(c.env.DB, accountId, sessionId),
      auditAct(c, act, { kind: 'sessions-ended' }),
    ]);
    await hangUp(
      c,
      accountId,
      sessions.map(({ id }) => id).filter((id) => id !== sessionId),
    );
    return c.body(null, 204);
  });

export const signOutRoutes = new Hono<AppEnv>().post('/', async (c) => {
  const user = userOf(c);
  const { accountId, sessionId: id } = user;
  await runGuarded(c.env.DB, [
    endSessionStatement(c.env.DB, { accountId, id }),
    auditAct(c, await actOf(c, user), { kind: 'sign-out' }),
  ]);
  await hangUp(c, accountId, [id]);
  return c.body(null, 204);
});

/** @throws {ApiError} 400 for what is no id, 404 for what is no session of the user's */
async function ownSession(c: AppContext): Promise<SessionRow> {
  const session = await findSession(c.env.DB, userOf(c).accountId, readShareId(c).text);
  if (session === null) throw new ApiError('not-found');
  return session;
}
