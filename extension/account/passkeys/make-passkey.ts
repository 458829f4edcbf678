import { PASSKEY_PRF_INPUT } from '../../../shared/account/passkey-wrap.ts';
import type { PasskeyCreationOptions, PasskeyRegistration } from '../../../shared/api/contract.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { askPrf } from './ask-prf.ts';
import { readCreationOptions, writeRegistration } from './credential-json.ts';
import { PasskeyError } from './passkey-error.ts';

export interface MadePasskey {
  readonly registration: PasskeyRegistration;
  /** 32 bytes that only this passkey gives; left out where its device can't. */
  readonly prf?: Bytes;
}

/** Makes a passkey, and asks it for what could unlock the account. @throws {PasskeyError} */
export async function makePasskey(options: PasskeyCreationOptions): Promise<MadePasskey> {
  const prfAsked = { prf: { eval: { first: PASSKEY_PRF_INPUT } } };
  const publicKey = { ...readCreationOptions(options), extensions: prfAsked };
  const credential = await create(publicKey);
  const registration = writeRegistration(credential);
  const { prf } = credential.getClientExtensionResults();
  if (prf?.results) {
    return { registration, prf: new Uint8Array(prf.results.first as ArrayBuffer) };
  }
  // Many devices say at first only that they can, and answer when asked again.
  if (!prf?.enabled) return { registration };
  const asked = await askPrf([credential.id]).catch(() => undefined);
  return asked ? { registration, prf: asked.prf } : { registration };
}

async function create(publicKey: PublicKeyCredentialCreationOptions): Promise<PublicKeyCredential> {
  try {
    const credential = await navigator.credentials.create({ publicKey });
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    const isKnown = error instanceof DOMException && error.name === 'InvalidStateError';
    throw new PasskeyError(isKnown ? 'known' : 'refused', { cause: error });
  }
  throw new PasskeyError('refused');
}
