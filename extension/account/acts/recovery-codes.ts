import { makeRecoveryCodes as make } from '../../../shared/api/client/accounts/factors.ts';
import { connect } from '../session/connection.ts';

/** Ten new codes, shown once. @throws {ApiError} `step-up-required` */
export async function makeRecoveryCodes(): Promise<readonly string[]> {
  return (await make(await connect())).codes;
}
