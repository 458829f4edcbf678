import { wrapForPasskey } from '../../../shared/account/passkey-wrap.ts';
import {
  addPasskey as add,
  changePasskey,
  readPasskeyOptions,
  removePasskey as remove,
} from '../../../shared/api/client/accounts/factors.ts';
import { makePasskey } from '../passkeys/make-passkey.ts';
import { connect } from '../session/connection.ts';
import { readOpenAccount } from './read-account.ts';

/**
 * Makes a passkey and gives it to the account; where its device can, it unlocks, too.
 * @returns whether it does
 * @throws {ApiError} `step-up-required`; {PasskeyError}
 */
export async function addPasskey(name: string): Promise<boolean> {
  const connection = await connect();
  const { challenge, options } = await readPasskeyOptions(connection);
  const { registration, prf } = await makePasskey(options);
  const wrap = prf && (await wrapForPasskey((await readOpenAccount()).open, prf));
  const passkey = { challenge, name, passkey: registration };
  await add(connection, wrap === undefined ? passkey : { ...passkey, wrappedUserKey: wrap });
  return wrap !== undefined;
}

/** @throws {ApiError} `step-up-required` */
export async function renamePasskey(id: string, name: string): Promise<void> {
  await changePasskey(await connect(), id, { name });
}

/** @throws {ApiError} `step-up-required` */
export async function removePasskey(id: string): Promise<void> {
  await remove(await connect(), id);
}
