import type { PasskeyAssertion, PasskeyRegistration } from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { type Bytes, concat, randomBytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';

/* An authenticator in software (WebAuthn level 3, section 6): one ES256 key, true CBOR, true signatures. */

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;
const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface Ceremony {
  /** base64url, from the server's options. */
  readonly challenge: string;
  readonly origin: string;
  /** The origin, unless told. */
  readonly rpId?: string;
  readonly type?: string;
  readonly flags?: number;
  readonly format?: string;
}

export class Authenticator {
  readonly credentialId: Bytes = randomBytes(32);
  readonly #keys: CryptoKeyPair;
  counter = 0;

  private constructor(keys: CryptoKeyPair) {
    this.#keys = keys;
  }

  static async make(): Promise<Authenticator> {
    const keys = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
    return new Authenticator(keys as CryptoKeyPair);
  }

  get id(): string {
    return encodeBase64url(this.credentialId);
  }

  /** What `navigator.credentials.create` would give. */
  async register(ceremony: Ceremony): Promise<PasskeyRegistration> {
    const { flags = USER_PRESENT | USER_VERIFIED, format = 'none' } = ceremony;
    const idLength = new Uint8Array([0, this.credentialId.length]);
    const attested = concat(new Uint8Array(16), idLength, this.credentialId, await this.#cose());
    const authData = concat(await this.#head(ceremony, flags | ATTESTED), attested);
    const attestation = concat(
      new Uint8Array([0xa3]),
      cborText('fmt'),
      cborText(format),
      cborText('attStmt'),
      new Uint8Array([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    );
    return {
      id: this.id,
      response: {
        clientDataJSON: clientData('webauthn.create', ceremony),
        attestationObject: encodeBase64url(attestation),
        transports: ['internal'],
      },
    };
  }

  /** What `navigator.credentials.get` would give. */
  async assert(ceremony: Ceremony): Promise<PasskeyAssertion> {
    const { flags = USER_PRESENT | USER_VERIFIED } = ceremony;
    this.counter++;
    const authData = await this.#head(ceremony, flags);
    const json = clientText('webauthn.get', ceremony);
    const signed = concat(authData, await sha256(utf8(json)));
    const signature = await crypto.subtle.sign(ES256, this.#keys.privateKey, signed);
    return {
      id: this.id,
      response: {
        clientDataJSON: encodeBase64url(utf8(json)),
        authenticatorData: encodeBase64url(authData),
        signature: encodeBase64url(toDer(new Uint8Array(signature))),
      },
    };
  }

  async #head({ origin, rpId = origin }: Ceremony, flags: number): Promise<Bytes> {
    const counter = new Uint8Array(4);
    new DataView(counter.buffer).setUint32(0, this.counter);
    return concat(await sha256(utf8(rpId)), new Uint8Array([flags]), counter);
  }

  /** `{1: 2, 3: -7, -1: 1, -2: x, -3: y}` (RFC 9053 section 7.1.1). */
  async #cose(): Promise<Bytes> {
    const point = await crypto.subtle.exportKey('raw', this.#keys.publicKey);
    const raw = new Uint8Array(point as ArrayBuffer);
    return concat(
      new Uint8Array([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(raw.subarray(1, 33)),
      new Uint8Array([0x22]),
      cborBytes(raw.subarray(33)),
    );
  }
}

function clientText(type: string, { challenge, origin, type: asked = type }: Ceremony): string {
  return JSON.stringify({ type: asked, challenge, origin, crossOrigin: false });
}

function clientData(type: string, ceremony: Ceremony): string {
  return encodeBase64url(utf8(clientText(type, ceremony)));
}

function cborText(text: string): Bytes {
  const bytes = utf8(text);
  return concat(new Uint8Array([0x60 | bytes.length]), bytes);
}

/** A byte string of 24 to 65,535 bytes, its length as short as can be: verifiers ask for canonical CBOR. */
function cborBytes(bytes: Uint8Array): Bytes {
  const { length } = bytes;
  const head = length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255];
  return concat(new Uint8Array(head), bytes);
}

/** `SEQUENCE { r INTEGER, s INTEGER }` of a raw ECDSA signature. */
function toDer(raw: Uint8Array): Bytes {
  const parts = concat(derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32)));
  return concat(new Uint8Array([0x30, parts.length]), parts);
}

function derInteger(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = bytes.subarray(first === -1 ? bytes.length - 1 : first);
  const sign = (digits[0] ?? 0) >= 0x80 ? new Uint8Array(1) : new Uint8Array(0);
  return concat(new Uint8Array([0x02, sign.length + digits.length]), sign, digits);
}
