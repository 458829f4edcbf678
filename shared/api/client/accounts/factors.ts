import type {
  AddPasskeyRequest,
  ChangePasskeyRequest,
  PasskeyOptionsAnswer,
  RecoveryCodesAnswer,
  SecondFactorRequest,
  StepUpAnswer,
  StepUpOptions,
  StepUpRequest,
  TokensAnswer,
  TotpAnswer,
} from '../../contract.ts';
import { requestJson } from '../request.ts';
import { requestAsUser, requestJsonAsUser, type UserConnection } from './session.ts';
import type { Server } from './sign-in.ts';

/* Second factors, and what proves again who somebody is. No retries: each counts as a try, or makes something. */

/** @throws {ApiError} `wrong-code`, `too-many-attempts`, `unauthorized` where the challenge is too old */
export function finishSignIn(
  { origin, ...options }: Server,
  json: SecondFactorRequest,
): Promise<TokensAnswer> {
  return requestJson(origin, '/api/v1/sign-in/second', { ...options, method: 'POST', json });
}

/** What `stepUp` will take: the password of an account without second factors, else one of those. */
export function readStepUpOptions(connection: UserConnection): Promise<StepUpOptions> {
  return requestJsonAsUser(connection, '/api/v1/step-up/options', { method: 'POST' });
}

/** @throws {ApiError} `wrong-credentials`, `wrong-code`, `too-many-attempts` */
export function stepUp(connection: UserConnection, json: StepUpRequest): Promise<StepUpAnswer> {
  return requestJsonAsUser(connection, '/api/v1/step-up', { method: 'POST', json });
}

/** @throws {ApiError} `step-up-required` */
export function beginTotp(connection: UserConnection): Promise<TotpAnswer> {
  return requestJsonAsUser(connection, '/api/v1/account/totp', { method: 'POST' });
}

/** @throws {ApiError} `wrong-code` */
export async function confirmTotp(connection: UserConnection, code: string): Promise<void> {
  const options = { method: 'POST', json: { code } } as const;
  await requestAsUser(connection, '/api/v1/account/totp/confirm', options);
}

/** @throws {ApiError} `step-up-required` */
export async function removeTotp(connection: UserConnection): Promise<void> {
  await requestAsUser(connection, '/api/v1/account/totp', { method: 'DELETE' });
}

/** @throws {ApiError} `step-up-required` */
export function readPasskeyOptions(connection: UserConnection): Promise<PasskeyOptionsAnswer> {
  return requestJsonAsUser(connection, '/api/v1/account/passkeys/options', { method: 'POST' });
}

/** @throws {ApiError} `step-up-required`, `wrong-code` where the passkey proves nothing */
export async function addPasskey(
  connection: UserConnection,
  json: AddPasskeyRequest,
): Promise<void> {
  await requestAsUser(connection, '/api/v1/account/passkeys', { method: 'POST', json });
}

export async function changePasskey(
  connection: UserConnection,
  id: string,
  json: ChangePasskeyRequest,
): Promise<void> {
  await requestAsUser(connection, `/api/v1/account/passkeys/${id}`, { method: 'PATCH', json });
}

/** @throws {ApiError} `step-up-required` */
export async function removePasskey(connection: UserConnection, id: string): Promise<void> {
  await requestAsUser(connection, `/api/v1/account/passkeys/${id}`, { method: 'DELETE' });
}

/** Ten new codes; those made before are void. @throws {ApiError} `step-up-required` */
export function makeRecoveryCodes(connection: UserConnection): Promise<RecoveryCodesAnswer> {
  return requestJsonAsUser(connection, '/api/v1/account/recovery-codes', { method: 'POST' });
}
