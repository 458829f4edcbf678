import type { SecondFactor } from '../../../shared/account/account-client.ts';
import { AccountError } from '../../../shared/account/account-error.ts';
import { proveOldPassword } from '../../../shared/account/change-password.ts';
import {
  readStepUpOptions as readOptions,
  stepUp,
} from '../../../shared/api/client/accounts/factors.ts';
import type { StepUpOptions, StepUpRequest } from '../../../shared/api/contract.ts';
import { derivePasswordKeys } from '../../../shared/crypto/account.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { connect } from '../session/connection.ts';
import { keepAccess } from '../session/session-store.ts';
import { readOpenAccount } from './read-account.ts';

/** What proves again who it is. @throws {ApiError | UnreachableError} */
export async function readStepUpOptions(): Promise<StepUpOptions> {
  return readOptions(await connect());
}

/** @throws {AccountError} `wrong-password`, without a try at the server; {ApiError | UnreachableError} */
export async function confirmByPassword(password: string): Promise<void> {
  const { open } = await readOpenAccount();
  const { kek, auth } = await derivePasswordKeys(password, open.manifest.kdf);
  await proveOldPassword(open, kek);
  await confirm({ auth: encodeBase64url(auth) });
}

/** @throws {ApiError} `wrong-code`, `too-many-attempts` */
export async function confirmByFactor(challenge: string, factor: SecondFactor): Promise<void> {
  await confirm({ challenge, ...factor } as StepUpRequest);
}

async function confirm(request: StepUpRequest): Promise<void> {
  const connection = await connect();
  const session = await connection.session.read();
  if (!session) throw new AccountError('invalid-answer');
  const { accessToken, accessExpiresAt } = await stepUp(connection, request);
  await keepAccess({
    sessionId: session.sessionId,
    token: accessToken,
    expiresAt: accessExpiresAt,
  });
}
