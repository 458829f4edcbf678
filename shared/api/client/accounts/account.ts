import type {
  AccountAnswer,
  ChangeEmailRequest,
  ChangePasswordRequest,
  ConfirmEmailRequest,
  LeaveAnswer,
  NewKitRequest,
  PutManifestRequest,
  RotateUserKeyRequest,
} from '../../contract.ts';
import { retry } from '../retry.ts';
import { requestAsUser, requestJsonAsUser, type UserConnection } from './session.ts';

/* What a person does with the own account. Acts that the server takes only once are not retried. */

const ACCOUNT = '/api/v1/account';

export function readAccount(connection: UserConnection): Promise<AccountAnswer> {
  return retry(() => requestJsonAsUser(connection, ACCOUNT));
}

/** @throws {ApiError} `manifest-conflict` unless the counter is the stored one plus 1 */
export async function putManifest(
  connection: UserConnection,
  json: PutManifestRequest,
): Promise<void> {
  await requestAsUser(connection, `${ACCOUNT}/manifest`, { method: 'PUT', json });
}

/** @throws {ApiError} `wrong-credentials`, `too-many-attempts`, `manifest-conflict`, `account-changed` */
export function changePassword(
  connection: UserConnection,
  json: ChangePasswordRequest,
): Promise<void> {
  return post(connection, '/password', json);
}

/** @throws {ApiError} as `changePassword`; `account-changed` too where something is left out or does not exist */
export function rotateUserKey(
  connection: UserConnection,
  json: RotateUserKeyRequest,
): Promise<void> {
  return post(connection, '/user-key', json);
}

/** @throws {ApiError} `step-up-required`, `account-changed` for a kit of an older user key */
export function changeRecoveryKit(connection: UserConnection, json: NewKitRequest): Promise<void> {
  return post(connection, '/recovery-kit', json);
}

/** Sends a code to the new address. @throws {ApiError} `step-up-required`, `rate-limited` */
export function changeEmail(connection: UserConnection, json: ChangeEmailRequest): Promise<void> {
  return post(connection, '/email', json);
}

/** @throws {ApiError} `step-up-required`, `wrong-code` with `attemptsLeft` */
export function confirmEmail(connection: UserConnection, json: ConfirmEmailRequest): Promise<void> {
  return post(connection, '/email/confirm', json);
}

/** Plans the deletion of the account in 7 days. @throws {ApiError} `step-up-required` */
export function leave(connection: UserConnection): Promise<LeaveAnswer> {
  return requestJsonAsUser(connection, ACCOUNT, { method: 'DELETE' });
}

/** Takes the plan back. */
export function stay(connection: UserConnection): Promise<void> {
  return post(connection, '/restore');
}

async function post(connection: UserConnection, path: string, json?: unknown): Promise<void> {
  await requestAsUser(connection, ACCOUNT + path, { method: 'POST', json });
}
