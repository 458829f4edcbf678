import { wrapForPasskey } from '../../../shared/account/passkey-wrap.ts';
import { unlockWithPasskey } from '../../../shared/account/unlock.ts';
import {
  addPasskey as add,
  changePasskey,
  readPasskeyOptions,
  removePasskey as remove,
} from '../../../shared/api/client/accounts/factors.ts';
import type { Passkey } from '../../../shared/api/contract.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { askPrf } from '../passkeys/ask-prf.ts';
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
  await add(connection, { challenge, name, passkey: registration, ...wrap });
  return wrap !== undefined;
}

/**
 * Asks one passkey for the secret by which it unlocks, to go on with it under a new user key. That it is the right
 * one is seen by what it opens now.
 * @throws {PasskeyError}; {AccountError} `wrong-passkey`
 */
export async function readPasskeySecret({ id, credentialId }: Passkey): Promise<Bytes> {
  const { open } = await readOpenAccount();
  const { prf } = await askPrf([credentialId]);
  await unlockWithPasskey(open.stored, id, prf);
  return prf;
}

/**
 * Lets a passkey unlock that does not: one touch.
 * @throws {PasskeyError} also where its device can't; {ApiError} `user-key-renewed`
 */
export async function letUnlock({ id, credentialId }: Passkey): Promise<void> {
  const { prf } = await askPrf([credentialId]);
  const wrap = await wrapForPasskey((await readOpenAccount()).open, prf);
  await changePasskey(await connect(), id, wrap);
  // The copy that this browser unlocks from learns of it.
  await readOpenAccount();
}

/** @throws {ApiError} `step-up-required` */
export async function renamePasskey(id: string, name: string): Promise<void> {
  await changePasskey(await connect(), id, { name });
}

/** @throws {ApiError} `step-up-required` */
export async function removePasskey(id: string): Promise<void> {
  await remove(await connect(), id);
}
