import type { PasskeyAssertion, PasskeyRequestOptions } from '../../../shared/api/contract.ts';
import { readRequestOptions, writeAssertion } from './credential-json.ts';
import { PasskeyError } from './passkey-error.ts';

/** Lets the person prove themself by a passkey. @throws {PasskeyError} */
export async function askPasskey(options: PasskeyRequestOptions): Promise<PasskeyAssertion> {
  return writeAssertion(await getCredential(readRequestOptions(options)));
}

/** @throws {PasskeyError} */
export async function getCredential(
  publicKey: PublicKeyCredentialRequestOptions,
): Promise<PublicKeyCredential> {
  try {
    const credential = await navigator.credentials.get({ publicKey });
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    throw new PasskeyError('refused', { cause: error });
  }
  throw new PasskeyError('refused');
}
