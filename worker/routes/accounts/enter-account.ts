import type { TokensAnswer } from '../../../shared/api/contract.ts';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import { type Identity, linkUnlinkedStatement } from '../../database/accounts/identities.ts';
import type { Statement } from '../../database/guarded-batch.ts';
import { accountVisitorOf } from '../../http/account-visitor.ts';
import { auditAct } from '../../http/act.ts';
import type { AppContext } from '../../http/app-env.ts';
import { noticeStatements } from '../factors/notice.ts';
import { type Device, type EnteringAccount, openSession } from './open-session.ts';

/** Who signs in, kept between the password and the second factor. */
export interface Entering {
  readonly device: Device;
  /** What an issuer vouched for and nobody is linked with: from now on the account is. */
  readonly newIdentity: Identity | null;
}

/** Signs in who proved all that the account asks for. `before`: what the proof spends. */
export async function enterAccount<Guard extends string = never>(
  c: AppContext,
  account: EnteringAccount,
  entering: Entering,
  before: readonly Statement[] = [],
  hindrances?: Readonly<Record<Guard, ErrorCode>>,
): Promise<TokensAnswer> {
  const link = await linkStatements(c, account, entering);
  const entry = { kind: 'sign-in', before: [...before, ...link] } as const;
  return openSession(
    c,
    account,
    entering.device,
    hindrances === undefined ? entry : { ...entry, hindrances },
  );
}

async function linkStatements(
  c: AppContext,
  { id: accountId, email }: EnteringAccount,
  { device, newIdentity }: Entering,
): Promise<readonly Statement[]> {
  if (newIdentity === null) return [];
  const visitor = await accountVisitorOf(c, accountId);
  const act = { accountId, email, device: device.name, visitor, at: new Date() };
  return [
    linkUnlinkedStatement(c.env.DB, accountId, newIdentity),
    auditAct(c, act, { kind: 'identity-linked', detail: newIdentity.email }),
    ...(await noticeStatements(c, act, 'factor-added', 'identity')),
  ];
}
