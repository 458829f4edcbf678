import type {
  PasskeyAssertion,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from '../../../shared/api/contract.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';

/* WebAuthn's JSON (level 3, section 5.1.8 to 5.1.10); browsers before Chromium 129 have no conversion of their own.
 * Results of extensions are never part of it: those may be keys. */

type Descriptors = PasskeyRequestOptions['allowCredentials'];

export function readRequestOptions(
  options: PasskeyRequestOptions,
): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: decodeBase64url(options.challenge),
    allowCredentials: readDescriptors(options.allowCredentials),
  };
}

export function readCreationOptions(
  options: PasskeyCreationOptions,
): PublicKeyCredentialCreationOptions {
  const { user, challenge, excludeCredentials } = options;
  return {
    ...options,
    challenge: decodeBase64url(challenge),
    user: { ...user, id: decodeBase64url(user.id) },
    excludeCredentials: readDescriptors(excludeCredentials),
  };
}

function readDescriptors(descriptors: Descriptors): PublicKeyCredentialDescriptor[] {
  return descriptors.map(({ id, type, transports }) => ({
    id: decodeBase64url(id),
    type,
    ...(transports ? { transports: transports as AuthenticatorTransport[] } : {}),
  }));
}

export function writeAssertion(credential: PublicKeyCredential): PasskeyAssertion {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    response: {
      clientDataJSON: encode(response.clientDataJSON),
      authenticatorData: encode(response.authenticatorData),
      signature: encode(response.signature),
    },
  };
}

export function writeRegistration(credential: PublicKeyCredential): PasskeyRegistration {
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    id: credential.id,
    response: {
      clientDataJSON: encode(response.clientDataJSON),
      attestationObject: encode(response.attestationObject),
      transports: response.getTransports(),
    },
  };
}

const encode = (buffer: ArrayBuffer) => encodeBase64url(new Uint8Array(buffer));
