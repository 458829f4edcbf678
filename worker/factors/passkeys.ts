import type {
  PasskeyAssertion,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from '../../shared/api/contract.ts';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';

/* Passkeys (WebAuthn level 3). The relying party is the extension itself: its origin is the whole of the
 * relying party's id too, and options name none, so that the browser takes the caller's.
 * The library comes with certificates of all makers, and is loaded only where somebody has a passkey: else it would
 * take a third of the time in which the Worker starts. */

/** COSE numbers of EdDSA, ES256 and RS256. */
const ALGORITHMS = [-8, -7, -257];
const TIMEOUT_MS = 300_000;

/** What the server keeps of a credential. Binary parts are base64url. */
export interface Credential {
  readonly credentialId: string;
  /** COSE (RFC 9053). */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** `chrome-extension://…`. */
  readonly origin: string;
}

type Described = Pick<Credential, 'credentialId' | 'transports'>;

/** The origins that may use passkeys here, from the ids of `EXTENSION_IDS`. */
export function passkeyOrigins({ EXTENSION_IDS = '' }: { EXTENSION_IDS?: string }): string[] {
  return EXTENSION_IDS.split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .map((id) => `chrome-extension://${id}`);
}

/** @param challenge what the authenticator signs, base64url */
export function creationOptions(
  challenge: string,
  account: { readonly id: string; readonly email: string },
  existing: readonly Described[],
): PasskeyCreationOptions {
  return {
    challenge,
    timeout: TIMEOUT_MS,
    rp: { name: 'Inkseal' },
    user: { id: account.id, name: account.email, displayName: account.email },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: existing.map(describe),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    attestation: 'none',
  };
}

export function requestOptions(
  challenge: string,
  existing: readonly Described[],
): PasskeyRequestOptions {
  return {
    challenge,
    timeout: TIMEOUT_MS,
    allowCredentials: existing.map(describe),
    userVerification: 'preferred',
  };
}

/** The new credential, or `null` where anything about it is not as it was asked for. */
export async function verifyRegistration(
  origins: readonly string[],
  challenge: string,
  { id, response: { transports = [], ...response } }: PasskeyRegistration,
): Promise<Credential | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    if (!(await saysNothingOfItsMaker(response.attestationObject))) return null;
    const verified = await verifyRegistrationResponse({
      response: { ...publicKeyJson(id), response },
      expectedChallenge: challenge,
      expectedOrigin: [...origins],
      expectedRPID: [...origins],
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified.verified) return null;
    const { credential, origin, rpID } = verified.registrationInfo;
    if (rpID !== origin || credential.id !== id) return null;
    const publicKey = encodeBase64url(credential.publicKey);
    return { credentialId: id, publicKey, counter: credential.counter, transports, origin };
  } catch {
    return null; // the library throws for whatever does not fit
  }
}

/** The credential's counter after this use, or `null` where the assertion is not good. */
export async function verifyAssertion(
  origins: readonly string[],
  challenge: string,
  { credentialId, publicKey, counter, origin }: Credential,
  { id, response }: PasskeyAssertion,
): Promise<number | null> {
  if (id !== credentialId || !origins.includes(origin)) return null;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...publicKeyJson(id), response },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: origin,
      requireUserVerification: false,
      credential: { id: credentialId, publicKey: decodeBase64url(publicKey), counter },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

function describe({ credentialId, transports }: Described) {
  return { id: credentialId, type: 'public-key' as const, transports: [...transports] };
}

function publicKeyJson(id: string) {
  return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
}

/**
 * Whether the attestation is none, or the credential's own signature. Others are not asked for, and their
 * certificates name addresses that the verifier would fetch.
 */
async function saysNothingOfItsMaker(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const attestation = decodeAttestationObject(decodeBase64url(attestationObject));
  const format = attestation.get('fmt');
  if (format === 'none') return true;
  return format === 'packed' && attestation.get('attStmt').get('x5c') === undefined;
}
