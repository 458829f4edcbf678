import {
  endSession as end,
  endOtherSessions as endOthers,
  readSessions,
  renameSession as rename,
} from '../../../shared/api/client/accounts/sessions.ts';
import type { SessionText } from '../../../shared/api/contract.ts';
import { connect } from '../session/connection.ts';

/* Every browser that is signed in. All of these throw `ApiError` or `UnreachableError`. */

export async function listSessions(): Promise<readonly SessionText[]> {
  return readSessions(await connect());
}

export async function renameSession(id: string, name: string): Promise<void> {
  await rename(await connect(), id, { name });
}

export async function endSession(id: string): Promise<void> {
  await end(await connect(), id);
}

export async function endOtherSessions(): Promise<void> {
  await endOthers(await connect());
}
