import { Hono } from 'hono';
import { refreshRequest, type TokensAnswer } from '../../../shared/api/contract.ts';
import {
  hashRefreshToken,
  nextTurn,
  refreshTokenText,
  splitRefreshToken,
} from '../../access/refresh-token.ts';
import type { AccountRow } from '../../database/accounts/find-account.ts';
import {
  endSessionStatement,
  findByFamily,
  type SessionRow,
  turnSession,
} from '../../database/accounts/keep-sessions.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { hangUp } from './hang-up.ts';
import { noticeStatements } from './notice.ts';
import { answerTokens, sessionEnd } from './open-session.ts';

const MAX_BYTES = 4096;

/** Each use of a refresh token takes its place; one that had its place taken ends the session, for thief and owner. */
export const tokenRoutes = new Hono<AppEnv>().post(
  '/refresh',
  limitRate('ACCOUNT_LIMIT'),
  async (c) => {
    const { refreshToken, nonce } = await readJson(c, refreshRequest, MAX_BYTES);
    const token = splitRefreshToken(refreshToken);
    const next = await nextTurn(token, nonce);
    const [given, following] = await Promise.all([hashRefreshToken(token), hashRefreshToken(next)]);
    const turn = { given: given.turnHash, next: following.turnHash };
    const { session, account } = await takeTurn(c, given.familyHash, turn);
    const { id, email, role } = account;
    const kept = { id, email, role, sessionId: session.id, refreshToken: refreshTokenText(next) };
    return c.json((await answerTokens(c, kept, new Date())) satisfies TokensAnswer);
  },
);

interface Turn {
  /** Hash of the turn that is used, and of the one that follows from it. */
  readonly given: string;
  readonly next: string;
}

interface Found {
  readonly session: SessionRow;
  readonly account: AccountRow;
}

/** @throws {ApiError} `session-ended`, `account-suspended` */
async function takeTurn(c: AppContext, familyHash: string, turn: Turn): Promise<Found> {
  const at = new Date();
  const found = await findByFamily(c.env.DB, familyHash, at.getTime());
  if (found === null) throw new ApiError('session-ended');
  const { session, account } = found;
  if (account.state === 'suspended') throw new ApiError('account-suspended');
  // The same request again: its answer was lost, or two pages asked at once.
  if (session.turnHash === turn.next) return found;
  if (session.turnHash !== turn.given) return endFamily(c, found, at);
  const { client, country } = await accountVisitorOf(c, account.id);
  const use = { turnHash: turn.next, lastUsedAt: at, expiresAt: sessionEnd(at), client, country };
  if (await turnSession(c.env.DB, session, use)) return found;
  return takeTurn(c, familyHash, turn);
}

/** An old token was used: somebody else has had it, or has it now. */
async function endFamily(c: AppContext, { session, account }: Found, at: Date): Promise<never> {
  const { id: accountId, email } = account;
  const visitor = await accountVisitorOf(c, accountId);
  const act = { accountId, email, device: session.name, visitor, at };
  await runGuarded(c.env.DB, [
    endSessionStatement(c.env.DB, session),
    auditAct(c, act, { kind: 'token-reused' }),
    ...(await noticeStatements(c, act, 'session-reused')),
  ]);
  await hangUp(c, accountId, [session.id]);
  throw new ApiError('session-ended');
}
