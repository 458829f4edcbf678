import { endOtherSessions, signOut } from '../../../shared/api/client/accounts/sessions.ts';
import { deleteStanding } from '../session/account-record.ts';
import { connect } from '../session/connection.ts';
import { lockAccount } from '../session/open-keys.ts';
import { forgetAccess } from '../session/session-store.ts';

/** Signs out here; without the server this profile forgets the account just the same. */
export async function signOutHere(): Promise<void> {
  try {
    await signOut(await connect());
  } catch {
    // A session that its server can't be told about ends there by itself.
  }
  await forgetAccountHere();
}

/** Signs out here and in every other browser. @throws {ApiError | UnreachableError} where the others are not ended */
export async function signOutEverywhere(): Promise<void> {
  await endOtherSessions(await connect());
  await signOutHere();
}

/** Leaves no key, no token and no copy of the account in this profile. */
export async function forgetAccountHere(): Promise<void> {
  await lockAccount();
  await forgetAccess();
  await deleteStanding();
}
