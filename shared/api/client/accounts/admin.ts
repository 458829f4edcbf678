import type {
  AdminLogAnswer,
  ChangeRoleRequest,
  OperatorAccount,
  OperatorAccountAnswer,
  OperatorAccountsAnswer,
  OperatorShare,
  Report,
  ReportsAnswer,
} from '../../contract.ts';
import { retry } from '../retry.ts';
import { requestAsUser, requestJsonAsUser, type UserConnection } from './session.ts';

/* What the operator asks and does. Acts need a reason, which goes into the operator's log; they answer what they were done to, as it is
 * afterwards. */

const ADMIN = '/api/v1/admin';

/** Newest first; `before`: the page that an answer named as `next`. */
export function readReports(
  connection: UserConnection,
  state: 'open' | 'closed',
  before?: number,
): Promise<ReportsAnswer> {
  const query = new URLSearchParams({ state });
  if (before !== undefined) query.set('before', String(before));
  return retry(() => requestJsonAsUser(connection, `${ADMIN}/reports?${query}`));
}

/** The report leads to nothing. */
export function closeReport(
  connection: UserConnection,
  id: Report['id'],
  reason: string,
): Promise<void> {
  return act(connection, `/reports/${id}/close`, { reason });
}

export function readOperatorShare(connection: UserConnection, id: string): Promise<OperatorShare> {
  return requestJsonAsUser(connection, `${ADMIN}/shares/${encodeURIComponent(id)}`);
}

/** Ends the share for good, and with it its reports. */
export function takeShareDown(
  connection: UserConnection,
  id: string,
  reason: string,
): Promise<OperatorShare> {
  const options = { method: 'POST', json: { reason } } as const;
  return requestJsonAsUser(connection, `${ADMIN}/shares/${id}/take-down`, options);
}

export async function findAccounts(
  connection: UserConnection,
  email: string,
): Promise<readonly OperatorAccount[]> {
  const query = new URLSearchParams({ email });
  const path = `${ADMIN}/accounts?${query}`;
  return (await requestJsonAsUser<OperatorAccountsAnswer>(connection, path)).accounts;
}

export function suspendAccount(
  connection: UserConnection,
  id: string,
  reason: string,
): Promise<OperatorAccount> {
  return actOnAccount(connection, `/accounts/${id}/suspend`, { reason });
}

export function restoreSuspended(
  connection: UserConnection,
  id: string,
  reason: string,
): Promise<OperatorAccount> {
  return actOnAccount(connection, `/accounts/${id}/restore`, { reason });
}

/** Makes somebody an admin, or a user again. @throws {ApiError} `own-account`, `is-admin` for the one that the server names */
export function changeRole(
  connection: UserConnection,
  id: string,
  json: ChangeRoleRequest,
): Promise<OperatorAccount> {
  return actOnAccount(connection, `/accounts/${id}/role`, json);
}

export function readAdminLog(connection: UserConnection, before?: number): Promise<AdminLogAnswer> {
  const query = before === undefined ? '' : `?before=${before}`;
  return retry(() => requestJsonAsUser(connection, `${ADMIN}/log${query}`));
}

async function actOnAccount(
  connection: UserConnection,
  path: string,
  json: unknown,
): Promise<OperatorAccount> {
  const options = { method: 'POST', json } as const;
  return (await requestJsonAsUser<OperatorAccountAnswer>(connection, ADMIN + path, options))
    .account;
}

async function act(connection: UserConnection, path: string, json: unknown): Promise<void> {
  await requestAsUser(connection, ADMIN + path, { method: 'POST', json });
}
