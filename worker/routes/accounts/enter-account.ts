import type { TokensAnswer } from '../../../shared/api/contract.ts';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import { type Identity, linkIdentityStatement } from '../../database/accounts/identities.ts';
import type { Statement } from '../../database/guarded-batch.ts';
import type { AppContext } from '../../http/app-env.ts';
import { type Device, type EnteringAccount, openSession } from './open-session.ts';

/** Who signs in, kept between the password and the second factor. */
export interface Entering {
  readonly device: Device;
  /** What an issuer vouched for: from now on it is linked with the account. */
  readonly identity: Identity | null;
}

/** Signs in who proved all that the account asks for. `before`: what the proof spends. */
export function enterAccount<Guard extends string = never>(
  c: AppContext,
  account: EnteringAccount,
  { device, identity }: Entering,
  before: readonly Statement[] = [],
  hindrances?: Readonly<Record<Guard, ErrorCode>>,
): Promise<TokensAnswer> {
  const link = identity === null ? [] : [linkIdentityStatement(c.env.DB, account.id, identity)];
  const entry = { kind: 'sign-in', before: [...before, ...link] } as const;
  return openSession(
    c,
    account,
    device,
    hindrances === undefined ? entry : { ...entry, hindrances },
  );
}
