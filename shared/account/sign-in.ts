import { encodeBase64url } from '../crypto/base64url.ts';
import type {
  AccountClient,
  SecondFactor,
  SecondFactorNeeded,
  Tokens,
  WireDevice,
} from './account-client.ts';
import { AccountError } from './account-error.ts';
import { type DeviceMemory, findKnown } from './device-memory.ts';
import { derivePassword } from './password-keys.ts';
import { enter, type SignedIn } from './signed-in.ts';
import { openUserKey } from './unlock.ts';

export interface SignInRequest {
  readonly email: string;
  /** What a provider proved, where the person came that way. */
  readonly identity?: string;
  readonly password: string;
  readonly device: WireDevice;
}

export type SignInOutcome =
  | ({ readonly state: 'signed-in' } & SignedIn)
  | ({ readonly state: 'second-factor' } & NeedsFactor);

/** The password was right, and a second factor has to follow. */
export interface NeedsFactor {
  readonly needed: SecondFactorNeeded;
  /** May be called again after a wrong factor. @throws {ApiError} */
  readonly finish: (factor: SecondFactor) => Promise<SignedIn>;
}

/**
 * Signs in with the password. Nothing that comes of the password leaves before the server's parameters were checked.
 * @throws {ApiError} `wrong-credentials`, `rate-limited`, …
 * @throws {AccountError} why this server, or what it shows of the account, is refused
 */
export async function signIn(
  client: AccountClient,
  { email, identity, password, device }: SignInRequest,
  memory: DeviceMemory,
): Promise<SignInOutcome> {
  const who = identity === undefined ? { email } : { identity };
  const known = await findKnown(memory, email);
  const kdf = await client.readParameters(who);
  const { kek, auth } = await derivePassword(password, kdf, known);
  const answer = await client.signIn({ ...who, auth: encodeBase64url(auth), device });
  const open = async (tokens: Tokens): Promise<SignedIn> => {
    if (known && tokens.accountId !== known.accountId) throw new AccountError('account-swapped');
    return enter(
      client,
      tokens,
      (stored) => openUserKey(stored, kek, stored.wrappedUserKey, 'user-key-damaged'),
      memory,
    );
  };
  if ('accessToken' in answer) return { state: 'signed-in', ...(await open(answer)) };
  const { challenge } = answer;
  return {
    state: 'second-factor',
    needed: answer,
    finish: async (factor) => open(await client.finishSignIn({ challenge, ...factor })),
  };
}
