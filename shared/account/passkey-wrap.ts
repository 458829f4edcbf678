import { derivePasskeyKey } from '../crypto/account.ts';
import { wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import { type Bytes, utf8 } from '../crypto/bytes.ts';
import type { UnlockedAccount } from './open-account.ts';

/** What every passkey's PRF is asked with (`prf.eval.first`): the passkey itself makes the answer its own. */
export const PASSKEY_PRF_INPUT = utf8('inkseal/passkey/v1');

export interface PasskeyWrap {
  /** base64url. */
  readonly wrappedUserKey: string;
  /** Of the user key. */
  readonly generation: number;
}

/**
 * The user key wrapped under what a passkey's PRF gave: goes to the server when the passkey is added, or is to unlock
 * again.
 */
export async function wrapForPasskey(account: UnlockedAccount, prf: Bytes): Promise<PasskeyWrap> {
  const kek = await derivePasskeyKey(prf);
  const wrapped = await wrapUserKey(kek, account, account.userKey);
  return { wrappedUserKey: encodeBase64url(wrapped), generation: account.generation };
}
