import type { RenameSessionRequest, SessionsAnswer, SessionText } from '../../contract.ts';
import { retry } from '../retry.ts';
import { requestAsUser, requestJsonAsUser, type UserConnection } from './session.ts';

const SESSIONS = '/api/v1/sessions';

/** Every signed-in browser, the last used first. */
export async function readSessions(connection: UserConnection): Promise<readonly SessionText[]> {
  return (await retry(() => requestJsonAsUser<SessionsAnswer>(connection, SESSIONS))).sessions;
}

export async function renameSession(
  connection: UserConnection,
  id: string,
  json: RenameSessionRequest,
): Promise<void> {
  await retry(() => requestAsUser(connection, `${SESSIONS}/${id}`, { method: 'PATCH', json }));
}

/** Signs another browser out. */
export async function endSession(connection: UserConnection, id: string): Promise<void> {
  await requestAsUser(connection, `${SESSIONS}/${id}`, { method: 'DELETE' });
}

/** Signs out everywhere but here. */
export async function endOtherSessions(connection: UserConnection): Promise<void> {
  await retry(() => requestAsUser(connection, SESSIONS, { method: 'DELETE' }));
}

/** Signs out here; the tokens are forgotten even where the server can't be told. */
export async function signOut(connection: UserConnection): Promise<void> {
  try {
    await requestAsUser(connection, '/api/v1/sign-out', { method: 'POST' });
  } finally {
    await connection.session.write(null);
  }
}
