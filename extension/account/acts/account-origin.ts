import { readSettings } from '../../settings/settings.ts';
import { readStanding } from '../session/account-record.ts';

/** The server of the account: the one it was made at, or for a new one the one that is set. */
export async function readAccountOrigin(): Promise<string> {
  return (await readStanding())?.origin ?? (await readSettings()).origin;
}
