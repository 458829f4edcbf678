import { SESSION_LIFETIME_SECONDS } from '../../../shared/api/account-limits.ts';
import type { ActivityKind } from '../../../shared/api/activity.ts';
import type { TokensAnswer } from '../../../shared/api/contract.ts';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../../shared/crypto/brand.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { signAccessToken } from '../../access/access-token.ts';
import { hashRefreshToken, newRefreshToken, refreshTokenText } from '../../access/refresh-token.ts';
import { roleOf } from '../../access/role.ts';
import type { AccountVisitor } from '../../database/accounts/audit.ts';
import { unchangedGuard } from '../../database/accounts/change-account.ts';
import type { AccountRow } from '../../database/accounts/find-account.ts';
import { insertSessionStatements } from '../../database/accounts/keep-sessions.ts';
import type { Statement } from '../../database/guarded-batch.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { auditAct } from '../../http/act.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext } from '../../http/app-env.ts';
import { runAct } from '../../http/run-act.ts';
import { timeText } from '../../http/time-text.ts';
import { noticeStatements } from './notice.ts';

const LIFETIME_MS = SESSION_LIFETIME_SECONDS * 1000;

/** The browser that signs in. */
export interface Device {
  readonly id: string;
  readonly name: string;
}

/** Whose session begins. */
export type EnteringAccount = Pick<AccountRow, 'id' | 'email' | 'role' | 'state' | 'revision'> & {
  /** Nobody is told of a device that was there before. */
  readonly isKnownDevice: boolean;
};

export interface Entry<Guard extends string> {
  readonly kind: Extract<ActivityKind, 'sign-up' | 'sign-in' | 'recovery'>;
  /** What has to happen with it, or not at all. */
  readonly before?: readonly Statement[];
  /** What is answered where a guard of `before` fails. */
  readonly hindrances?: Readonly<Record<Guard, ErrorCode>>;
}

/**
 * Begins a session: the one way in, for whoever proved all that is asked for. It, its line in the log and the mail
 * about a new device come about together, and only while the account is as it was read.
 * @throws {ApiError} `account-suspended`, `account-changed`, those of `hindrances`
 */
export async function openSession<Guard extends string = never>(
  c: AppContext,
  account: EnteringAccount,
  device: Device,
  { kind, before = [], hindrances }: Entry<Guard>,
): Promise<TokensAnswer> {
  if (account.state === 'suspended') throw new ApiError('account-suspended');
  const { id: accountId, email } = account;
  const at = new Date();
  const visitor = await accountVisitorOf(c, accountId);
  const act = { accountId, email, device: device.name, visitor, at };
  const { statements, answer } = await makeSession(c, account, device, visitor, at);
  const isNews = kind === 'sign-in' && !account.isKnownDevice;
  await runAct(c, { 'account-changed': 'account-changed', ...hindrances }, [
    ...before,
    unchangedGuard(c.env.DB, account),
    auditAct(c, act, { kind }),
    ...statements,
    ...(isNews ? await noticeStatements(c, act, 'new-device') : []),
  ]);
  return answer;
}

async function makeSession(
  c: AppContext,
  account: EnteringAccount,
  device: Device,
  { client, country }: AccountVisitor,
  at: Date,
): Promise<{ statements: Statement[]; answer: TokensAnswer }> {
  const sessionId = encodeBase64url(randomBytes(OBJECT_ID_BYTES));
  const token = newRefreshToken();
  const statements = insertSessionStatements(c.env.DB, {
    id: sessionId,
    accountId: account.id,
    deviceId: device.id,
    name: device.name,
    client,
    country,
    createdAt: at,
    lastUsedAt: at,
    expiresAt: sessionEnd(at),
    ...(await hashRefreshToken(token)),
  });
  const refreshToken = refreshTokenText(token);
  return { statements, answer: await answerTokens(c, { ...account, sessionId, refreshToken }, at) };
}

/** Tokens of a session; the access token is made now. */
export async function answerTokens(
  c: AppContext,
  session: Pick<AccountRow, 'id' | 'email' | 'role'> & {
    readonly sessionId: string;
    readonly refreshToken: string;
  },
  at: Date,
): Promise<TokensAnswer> {
  const { id: accountId, sessionId, refreshToken } = session;
  const claims = { accountId, sessionId, role: roleOf(c.env, session), steppedUpAt: null };
  const { accessToken, expiresAt } = await signAccessToken(c.env, claims, at.getTime());
  return { accountId, sessionId, accessToken, accessExpiresAt: timeText(expiresAt), refreshToken };
}

/** When a session that is used at `at` ends by itself. */
export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + LIFETIME_MS);
}
