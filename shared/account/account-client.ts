import type { KeyUse } from '../crypto/account-objects.ts';

/* What the acts of an account ask of the server: its answers and requests as they travel, bytes as base64url. */

export interface WireKdf {
  readonly salt: string;
  readonly iterations: number;
}

export interface WireKey {
  readonly id: string;
  readonly use: KeyUse;
  readonly publicKey: string;
  readonly sealedPrivateKey: string;
}

/** A verifier, and the user key wrapped under what only its owner can derive beside it. */
export interface WireLock {
  readonly auth: string;
  readonly wrappedUserKey: string;
}

export interface WireDevice {
  readonly id: string;
  readonly name: string;
}

/** Who signs in: by e-mail address, or by what a provider proved. */
export type WireWho = { readonly email: string } | { readonly identity: string };

export interface Tokens {
  readonly accountId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly accessExpiresAt: string;
  readonly refreshToken: string;
}

export interface WireManifest {
  readonly manifest: string;
  readonly manifestCounter: number;
}

export interface SignUpBody {
  readonly email: string;
  readonly code?: string;
  readonly identity?: string;
  readonly account: WireManifest &
    WireLock & {
      readonly id: string;
      readonly kdf: WireKdf;
      readonly recovery: WireLock;
      readonly keys: readonly WireKey[];
      readonly generation: number;
    };
  readonly device: WireDevice;
}

/** What the server keeps of an account, as far as it is needed to open it: a device keeps a copy. */
export interface StoredAccount extends WireManifest {
  readonly id: string;
  readonly email: string;
  readonly kdf: WireKdf;
  readonly wrappedUserKey: string;
  readonly generation: number;
  readonly keys: readonly WireKey[];
  readonly factors: {
    readonly passkeys: readonly { readonly id: string; readonly wrappedUserKey?: string }[];
  };
}

export interface SecondFactorNeeded {
  readonly challenge: string;
  readonly methods: readonly ('totp' | 'passkey' | 'recovery-code')[];
  /** Options for `navigator.credentials.get`, as JSON. */
  readonly passkey?: unknown;
}

export type SecondFactor =
  | { readonly totp: string }
  | { readonly passkey: unknown }
  | { readonly recoveryCode: string };

export interface RecoveryAnswer extends WireManifest {
  readonly accountId: string;
  readonly kdf: WireKdf;
  readonly generation: number;
  /** Under the recovery kit's kek. */
  readonly wrappedUserKey: string;
  readonly keys: readonly WireKey[];
  /** Token of this recovery. */
  readonly recovery: string;
}

/** What anybody may ask. */
export interface AccountClient {
  createAccount(body: SignUpBody): Promise<Tokens>;
  readParameters(who: WireWho): Promise<WireKdf>;
  signIn(
    body: WireWho & { readonly auth: string; readonly device: WireDevice },
  ): Promise<Tokens | SecondFactorNeeded>;
  finishSignIn(body: SecondFactor & { readonly challenge: string }): Promise<Tokens>;
  openRecovery(body: {
    readonly email: string;
    readonly code: string;
    readonly auth: string;
  }): Promise<RecoveryAnswer>;
  finishRecovery(
    body: WireManifest &
      WireLock & {
        readonly recovery: string;
        readonly kdf: WireKdf;
        readonly kit: WireLock;
        readonly device: WireDevice;
      },
  ): Promise<Tokens>;
  /** The same server, asked by who was given these tokens. */
  as(tokens: Tokens): UserClient;
}

/** What a person who signed in may ask. */
export interface UserClient {
  readAccount(): Promise<StoredAccount>;
  /** @throws {ApiError} `manifest-conflict` unless the counter is one more than the stored one */
  putManifest(body: { readonly manifest: string; readonly counter: number }): Promise<void>;
  changePassword(
    body: WireManifest & {
      readonly auth: string;
      readonly kdf: WireKdf;
      readonly newAuth: string;
      readonly wrappedUserKey: string;
    },
  ): Promise<void>;
  rotateUserKey(body: RotateBody): Promise<void>;
  changeRecoveryKit(body: WireLock): Promise<void>;
}

export interface RotateBody extends WireManifest {
  readonly auth: string;
  readonly generation: number;
  readonly wrappedUserKey: string;
  readonly recovery: WireLock;
  /** Passkeys that are left out no longer unlock. */
  readonly passkeys: readonly { readonly id: string; readonly wrappedUserKey: string }[];
  readonly keys: readonly { readonly id: string; readonly sealedPrivateKey: string }[];
  readonly items: readonly WrappedItemKey[];
}

/** The data key of one version of an item, wrapped under the user key. */
export interface WrappedItemKey {
  readonly id: string;
  readonly version: number;
  readonly wrappedKey: string;
}
