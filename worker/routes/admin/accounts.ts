import { Hono } from 'hono';
import {
  changeRoleRequest,
  type OperatorAccountAnswer,
  type OperatorAccountsAnswer,
  operatorAccountsRequest,
  reasonRequest,
} from '../../../shared/api/contract.ts';
import { roleOf } from '../../access/role.ts';
import { userOf } from '../../access/user.ts';
import { type AccountVisitor, auditStatement } from '../../database/accounts/audit.ts';
import { listSessions } from '../../database/accounts/keep-sessions.ts';
import {
  changeRoleStatements,
  findOperatedAccount,
  type OperatedAccount,
  restoreStatements,
  suspendStatements,
} from '../../database/accounts/operate-accounts.ts';
import { type AdminAct, adminLogStatement } from '../../database/admin-log.ts';
import { runGuarded, type Statement } from '../../database/guarded-batch.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { readJson } from '../../http/read-body.ts';
import { runAct } from '../../http/run-act.ts';
import { queueMail, sealMail } from '../../mail/queue-mail.ts';
import { hangUp } from '../accounts/hang-up.ts';
import { describeAccount } from './describe.ts';
import { REASON_MAX_BYTES } from './reason.ts';

/** The operator's own address and browser are nobody's business. */
const OPERATOR: AccountVisitor = { client: '', address: '', country: '' };

const HINDRANCES = { 'account-changed': 'account-changed' } as const;

/** Accounts as the operator sees them. */
export const accountRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const query = operatorAccountsRequest.safeParse({ email: c.req.query('email') });
    if (!query.success) throw invalidRequest('email');
    const now = new Date();
    const found = await findOperatedAccount(c.env.DB, query.data, now.getTime());
    if (found === null) return c.json({ accounts: [] } satisfies OperatorAccountsAnswer);
    const line = logLine(c, { action: 'account-inspected', target: found.id, reason: '', at: now });
    await runGuarded(c.env.DB, [line]);
    const account = describeAccount({ ...found, role: roleOf(c.env, found) });
    return c.json({ accounts: [account] } satisfies OperatorAccountsAnswer);
  })
  .post('/:id/suspend', async (c) => {
    const { reason } = await readJson(c, reasonRequest, REASON_MAX_BYTES);
    const at = new Date();
    const { id, email } = await findOther(c, at);
    await runAct(c, HINDRANCES, [
      ...suspendStatements(c.env.DB, id),
      logLine(c, { action: 'account-suspended', target: id, reason, at }),
      tellOwner(c, { accountId: id, kind: 'suspended', detail: reason, at }),
      queueMail(c, await sealMail(c.env, { to: email, kind: 'account-suspended', reason })),
    ]);
    const sessions = await listSessions(c.env.DB, id, at.getTime());
    await hangUp(
      c,
      id,
      sessions.map((session) => session.id),
    );
    return answerAfter(c, id, at);
  })
  .post('/:id/restore', async (c) => {
    const { reason } = await readJson(c, reasonRequest, REASON_MAX_BYTES);
    const at = new Date();
    const { id, email } = await findOther(c, at);
    await runAct(c, HINDRANCES, [
      ...restoreStatements(c.env.DB, id),
      logLine(c, { action: 'account-restored', target: id, reason, at }),
      tellOwner(c, { accountId: id, kind: 'restored', detail: reason, at }),
      queueMail(c, await sealMail(c.env, { to: email, kind: 'account-restored', reason })),
    ]);
    return answerAfter(c, id, at);
  })
  .post('/:id/role', async (c) => {
    const { role, reason } = await readJson(c, changeRoleRequest, REASON_MAX_BYTES);
    const at = new Date();
    const { id, email } = await findOther(c, at, 'of any role');
    await runAct(c, HINDRANCES, [
      ...changeRoleStatements(c.env.DB, id, role),
      logLine(c, { action: 'role-changed', target: id, reason: `${role}: ${reason}`, at }),
      tellOwner(c, { accountId: id, kind: 'role-changed', detail: role, at }),
      queueMail(c, await sealMail(c.env, { to: email, kind: 'role-changed', role, reason, at })),
    ]);
    return answerAfter(c, id, at);
  });

/** As the account is after an act. Its line in the log says that it was seen, too. */
async function answerAfter(c: AppContext, id: string, at: Date): Promise<Response> {
  const found = await findOperatedAccount(c.env.DB, { id }, at.getTime());
  if (found === null) throw new ApiError('not-found');
  const account = describeAccount({ ...found, role: roleOf(c.env, found) });
  return c.json({ account } satisfies OperatorAccountAnswer);
}

/** The account in the path. Nobody does these things to the own account, nor to one that is an admin. */
async function findOther(
  c: AppContext,
  at: Date,
  which: 'no admin' | 'of any role' = 'no admin',
): Promise<OperatedAccount> {
  const id = c.req.param('id') ?? '';
  const found = await findOperatedAccount(c.env.DB, { id }, at.getTime());
  if (found === null) throw new ApiError('not-found');
  if (id === userOf(c).accountId) throw new ApiError('own-account');
  const isNamed = roleOf(c.env, { ...found, role: 'user' }) === 'admin';
  if (isNamed || (which === 'no admin' && found.role === 'admin')) throw new ApiError('is-admin');
  return found;
}

function logLine(c: AppContext, act: Omit<AdminAct, 'adminId'>): Statement {
  return adminLogStatement(c.env.DB, { ...act, adminId: userOf(c).accountId });
}

function tellOwner(
  c: AppContext,
  line: Omit<Parameters<typeof auditStatement>[1], 'visitor'>,
): Statement {
  return auditStatement(c.env.DB, { ...line, visitor: OPERATOR });
}
