import { isPassing } from '../api/client/retry.ts';
import type { FinishRecoveryRequest } from '../api/contract.ts';
import { derivePasswordKeys, deriveRecoveryKeys } from '../crypto/account.ts';
import { wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { AccountClient, Tokens, WireDevice } from './account-client.ts';
import { AccountError } from './account-error.ts';
import { isConflict } from './conflict.ts';
import { type DeviceMemory, findKnown } from './device-memory.ts';
import { makeKit } from './kit.ts';
import { sealNext } from './manifest.ts';
import { OlderStateError, orOlder } from './older-state.ts';
import { acceptAccount, type VerifiedAccount, verifyAccount } from './open-account.ts';
import { renewKdf, writeKdf } from './password-keys.ts';
import { enter, type SignedIn } from './signed-in.ts';
import { openUserKey } from './unlock.ts';

export interface RecoverRequest {
  readonly email: string;
  /** From the mail. */
  readonly code: string;
  /** 32 bytes, as `readKit` gives them. */
  readonly kit: Bytes;
  readonly newPassword: string;
  readonly device: WireDevice;
}

export interface Recovered extends SignedIn {
  /** The four lines of a new kit: the old one was used up. */
  readonly kit: readonly string[];
}

/**
 * Opens the account with its recovery kit and gives it a new password and a new kit. All other sessions end.
 * @throws {ApiError} a wrong code, or a kit that is not this account's
 * @throws {AccountError} `wrong-kit`, or why the server is refused: then nothing was changed; `recovered-unheard`
 * @throws {OlderStateError<Recovered>} where this device saw more of the account
 */
export async function recover(
  client: AccountClient,
  { email, code, kit, newPassword, device }: RecoverRequest,
  memory: DeviceMemory,
): Promise<Recovered> {
  const old = await deriveRecoveryKeys(kit);
  const known = await findKnown(memory, email);
  const answer = await client.openRecovery({ email, code, auth: encodeBase64url(old.auth) });
  const { accountId: id, recovery, ...rest } = answer;
  if (known && id !== known.accountId) throw new AccountError('account-swapped');
  const stored = { ...rest, id, email };
  const userKey = await openUserKey(stored, old.kek, stored.wrappedUserKey, 'wrong-kit');
  const goOn = async (account: VerifiedAccount): Promise<Recovered> => {
    const kdf = renewKdf(account.manifest.kdf);
    const fresh = await derivePasswordKeys(newPassword, kdf);
    const wrapped = await wrapUserKey(fresh.kek, account, userKey);
    const newKit = await makeKit(account, userKey);
    const tokens = await finish(client, email, {
      recovery,
      kdf: writeKdf(kdf),
      auth: encodeBase64url(fresh.auth),
      wrappedUserKey: encodeBase64url(wrapped),
      newKit: newKit.lock,
      ...(await sealNext(stored, account, { ...account.manifest, kdf }, memory)),
      device,
    });
    return { ...(await enter(client, tokens, async () => userKey, memory)), kit: newKit.lines };
  };
  const account = await orOlder(
    id,
    () => verifyAccount(stored, userKey, memory),
    () => acceptAccount(stored, userKey, memory),
  ).catch((error: unknown) => {
    throw error instanceof OlderStateError
      ? error.around(async (accept) => goOn(await accept()))
      : error;
  });
  return goOn(account);
}

/**
 * Asks once more after no answer: then it comes about, or it had come about before, which ended its token. That shows in
 * that the new password signs in.
 * @throws {AccountError} `recovered-unheard` where a second factor is asked for then
 */
async function finish(
  client: AccountClient,
  email: string,
  request: FinishRecoveryRequest,
): Promise<Tokens> {
  try {
    return await client.finishRecovery(request);
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
  try {
    return await client.finishRecovery(request);
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  const { auth, device } = request;
  const answer = await client.signIn({ email, auth, device });
  if ('accessToken' in answer) return answer;
  throw new AccountError('recovered-unheard');
}
