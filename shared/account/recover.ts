import { isPassing } from '../api/client/retry.ts';
import type { FinishRecoveryRequest, SignInAnswer } from '../api/contract.ts';
import { derivePasswordKeys, deriveRecoveryKeys } from '../crypto/account.ts';
import { wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import type { SymmetricKey } from '../crypto/brand.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { AccountClient, SecondFactor, Tokens, WireDevice } from './account-client.ts';
import { AccountError } from './account-error.ts';
import { isConflict } from './conflict.ts';
import { type DeviceMemory, findKnown } from './device-memory.ts';
import { makeKit } from './kit.ts';
import { sealNext } from './manifest.ts';
import { OlderStateError, orOlder } from './older-state.ts';
import {
  acceptAccount,
  type ServedAccount,
  type VerifiedAccount,
  verifyAccount,
} from './open-account.ts';
import { renewKdf, writeKdf } from './password-keys.ts';
import type { NeedsFactor } from './sign-in.ts';
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

/** The password is changed. */
export interface Recovered {
  /** The four lines of a new kit: the old one was used up. To be shown whatever comes next. */
  readonly kit: readonly string[];
  readonly next:
    | { readonly name: 'entered'; readonly signedIn: SignedIn }
    /** Only the answer was lost; signing in with the new password asks for this, too. */
    | ({ readonly name: 'second-factor' } & NeedsFactor)
    /** The server was away right afterwards: the new password signs in. */
    | { readonly name: 'sign-in' };
}

/**
 * Opens the account with its recovery kit and gives it a new password and a new kit. All other sessions end.
 * @throws {ApiError} a wrong code, or a kit that is not this account's
 * @throws {AccountError} `wrong-kit`, or why the server is refused: then nothing was changed
 * @throws {OlderStateError<Recovered>} where this device saw more of the account
 */
export async function recover(
  client: AccountClient,
  request: RecoverRequest,
  memory: DeviceMemory,
): Promise<Recovered> {
  const opened = await openByKit(client, request, memory);
  const { stored, userKey } = opened;
  const setPassword = async (account: VerifiedAccount) =>
    finishWith(client, request, { ...opened, account }, memory);
  const account = await orOlder(
    stored.id,
    () => verifyAccount(stored, userKey, memory),
    () => acceptAccount(stored, userKey, memory),
  ).catch((error: unknown) => {
    if (!(error instanceof OlderStateError)) throw error;
    throw error.around(async (accept) => setPassword(await accept()));
  });
  return setPassword(account);
}

interface OpenedByKit {
  readonly stored: ServedAccount;
  readonly userKey: SymmetricKey;
  /** Good for one `finish`. */
  readonly recovery: string;
}

async function openByKit(
  client: AccountClient,
  { email, code, kit }: RecoverRequest,
  memory: DeviceMemory,
): Promise<OpenedByKit> {
  const { kek, auth } = await deriveRecoveryKeys(kit);
  const known = await findKnown(memory, email);
  const answer = await client.openRecovery({ email, code, auth: encodeBase64url(auth) });
  const { accountId: id, recovery, wrappedUserKey, ...rest } = answer;
  if (known && id !== known.accountId) throw new AccountError('account-swapped');
  const stored = { ...rest, id, email };
  const userKey = await openUserKey(stored, kek, wrappedUserKey, 'wrong-kit');
  return { stored, userKey, recovery };
}

async function finishWith(
  client: AccountClient,
  { email, newPassword, device }: RecoverRequest,
  { stored, userKey, recovery, account }: OpenedByKit & { readonly account: VerifiedAccount },
  memory: DeviceMemory,
): Promise<Recovered> {
  const kdf = renewKdf(account.manifest.kdf);
  const { kek, auth } = await derivePasswordKeys(newPassword, kdf);
  const newKit = await makeKit(account, userKey);
  const finished = await finish(client, email, {
    recovery,
    kdf: writeKdf(kdf),
    auth: encodeBase64url(auth),
    wrappedUserKey: encodeBase64url(await wrapUserKey(kek, account, userKey)),
    newKit: newKit.lock,
    ...(await sealNext(stored, account, { ...account.manifest, kdf }, memory)),
    device,
  });
  const enterWith = (tokens: Tokens) => enter(client, tokens, async () => userKey, memory);
  const kit = newKit.lines;
  if (!('accessToken' in finished)) {
    const { challenge } = finished;
    const goOn = async (factor: SecondFactor) =>
      enterWith(await client.finishSignIn({ challenge, ...factor }));
    return { kit, next: { name: 'second-factor', needed: finished, finish: goOn } };
  }
  try {
    return { kit, next: { name: 'entered', signedIn: await enterWith(finished) } };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kit, next: { name: 'sign-in' } };
  }
}

/**
 * Asks once more after no answer: then it comes about, or it had come about before, which ended its token. That shows in
 * that the new password signs in.
 */
async function finish(
  client: AccountClient,
  email: string,
  request: FinishRecoveryRequest,
): Promise<SignInAnswer> {
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
  return client.signIn({ email, auth, device });
}
