import { derivePasskeyKey } from '../crypto/account.ts';
import { wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import { type Bytes, utf8 } from '../crypto/bytes.ts';
import type { UnlockedAccount } from './open-account.ts';

/** What every passkey's PRF is asked with (`prf.eval.first`): the passkey itself makes the answer its own. */
export const PASSKEY_PRF_INPUT = utf8('inkseal/passkey/v1');

/** The user key wrapped under what a passkey's PRF gave, base64url: goes to the server when the passkey is added. */
export async function wrapForPasskey(account: UnlockedAccount, prf: Bytes): Promise<string> {
  const kek = await derivePasskeyKey(prf);
  return encodeBase64url(await wrapUserKey(kek, account, account.userKey));
}
