import { freshAccessToken, requestAsUser } from '../../../shared/api/client/accounts/session.ts';
import type { LibraryTransport } from '../../../shared/api/client/library/transport.ts';
import { readStanding } from './account-record.ts';
import { connect } from './connection.ts';

/** The way to the library of the account that this profile is signed in to, asked anew with each request. */
export async function openLibraryTransport(): Promise<LibraryTransport> {
  const standing = await readStanding();
  return {
    origin: standing?.origin ?? '',
    request: async (path, options) => requestAsUser(await connect(), path, options),
    accessToken: async () => freshAccessToken(await connect()),
  };
}
