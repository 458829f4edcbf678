import { PASSKEY_PRF_INPUT } from '../../../shared/account/passkey-wrap.ts';
import { decodeBase64url } from '../../../shared/crypto/base64url.ts';
import { type Bytes, randomBytes } from '../../../shared/crypto/bytes.ts';
import { getCredential } from './ask-passkey.ts';
import { PasskeyError } from './passkey-error.ts';

const CHALLENGE_BYTES = 32;

export interface PasskeyPrf {
  /** Of the credential, base64url. */
  readonly id: string;
  /** 32 bytes that only this passkey gives. */
  readonly prf: Bytes;
}

/**
 * Asks one of these passkeys for its secret (PRF extension, WebAuthn level 3, section 10.1.4). No server takes part, so
 * that it works without one; nothing but the secret is used of the answer.
 *
 * @throws {PasskeyError} `no-secret` where its device has none
 */
export async function askPrf(credentialIds: readonly string[]): Promise<PasskeyPrf> {
  const credential = await getCredential({
    challenge: randomBytes(CHALLENGE_BYTES),
    allowCredentials: credentialIds.map((id) => ({ id: decodeBase64url(id), type: 'public-key' })),
    userVerification: 'required',
    extensions: { prf: { eval: { first: PASSKEY_PRF_INPUT } } },
  });
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) throw new PasskeyError('no-secret');
  return { id: credential.id, prf: new Uint8Array(first as ArrayBuffer) };
}
