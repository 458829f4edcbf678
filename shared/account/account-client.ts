import type {
  AccountAnswer,
  ChallengeAnswer,
  ChangePasswordRequest,
  FinishRecoveryRequest,
  NewKitRequest,
  PasskeyAssertion,
  PutManifestRequest,
  RecoveryAnswer,
  RecoveryRequest,
  RotateUserKeyRequest,
  SignInAnswer,
  SignInParametersAnswer,
  SignInParametersRequest,
  SignInRequest,
  SignUpRequest,
  TokensAnswer,
} from '../api/contract.ts';

/* What the acts of an account ask of the server. Bytes travel as base64url. */

/** How a password becomes keys, as it travels. */
export type WireKdf = SignInParametersAnswer;
export type WireKey = AccountAnswer['keys'][number];
export type WireDevice = SignUpRequest['device'];
export type WireManifest = PutManifestRequest;
/** A verifier, and the user key wrapped under what only its owner can derive beside it. */
export type WireLock = NewKitRequest['newKit'];
/** The data key of one version of an item, wrapped under the user key. */
export type WrappedItemKey = RotateUserKeyRequest['items'][number];
export type Tokens = TokensAnswer;

/** What the server keeps of an account, as far as it is needed to open it: a device keeps a copy. */
export type StoredAccount = Pick<
  AccountAnswer,
  | 'id'
  | 'email'
  | 'kdf'
  | 'wrappedUserKey'
  | 'generation'
  | 'keys'
  | 'manifest'
  | 'manifestCounter'
  | 'factors'
>;

export type SecondFactorNeeded = ChallengeAnswer;

export type SecondFactor =
  | { readonly totp: string }
  | { readonly passkey: PasskeyAssertion }
  | { readonly recoveryCode: string };

/** What anybody may ask. All methods reject with `ApiError` or `UnreachableError`. */
export interface AccountClient {
  createAccount(request: SignUpRequest): Promise<Tokens>;
  readParameters(request: SignInParametersRequest): Promise<SignInParametersAnswer>;
  signIn(request: SignInRequest): Promise<SignInAnswer>;
  finishSignIn(request: SecondFactor & { readonly challenge: string }): Promise<Tokens>;
  openRecovery(request: RecoveryRequest): Promise<RecoveryAnswer>;
  finishRecovery(request: FinishRecoveryRequest): Promise<Tokens>;
  /** The same server, asked by who was given these tokens. */
  as(tokens: Tokens): UserClient;
}

/** What a person who signed in may ask. */
export interface UserClient {
  readAccount(): Promise<AccountAnswer>;
  /** @throws {ApiError} `manifest-conflict` unless the counter is one more than the stored one */
  putManifest(request: PutManifestRequest): Promise<void>;
  changePassword(request: ChangePasswordRequest): Promise<void>;
  rotateUserKey(request: RotateUserKeyRequest): Promise<void>;
  changeRecoveryKit(request: NewKitRequest): Promise<void>;
}
