import * as z from 'zod';
import { SECRET_BYTES } from '../../../crypto/brand.ts';
import { SECOND_FACTORS } from '../../account-limits.ts';
import { CREDENTIAL_ID_MAX_BYTES, RECOVERY_CODES } from '../../factors.ts';
import { bytesField, bytesText, idText, positive, timeText } from '../fields.ts';
import { authField, nameField, wrappedUserKeyField, wrappedUserKeyText } from './fields.ts';

/* Second factors: TOTP (RFC 6238), passkeys (WebAuthn level 3) and recovery codes. What WebAuthn calls
 * "JSON" travels as it is, without extension results: those may hold a key made by the PRF extension, and no
 * field of the contract takes one. */

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const credentialId = base64url.max(Math.ceil((CREDENTIAL_ID_MAX_BYTES * 4) / 3));
const transports = z.array(z.string().max(32)).max(16);
const descriptor = z.object({
  id: credentialId,
  type: z.literal('public-key'),
  transports: transports.optional(),
});

/** For `PublicKeyCredential.parseRequestOptionsFromJSON`. The relying party is the caller's own origin. */
export const passkeyRequestOptions = z.object({
  challenge: base64url,
  timeout: z.number(),
  allowCredentials: z.array(descriptor),
  userVerification: z.literal('preferred'),
});
export type PasskeyRequestOptions = z.infer<typeof passkeyRequestOptions>;

/** For `PublicKeyCredential.parseCreationOptionsFromJSON`. */
export const passkeyCreationOptions = z.object({
  challenge: base64url,
  timeout: z.number(),
  rp: z.object({ name: z.string() }),
  user: z.object({ id: base64url, name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number().int() })),
  excludeCredentials: z.array(descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('discouraged'),
    userVerification: z.literal('preferred'),
  }),
  attestation: z.literal('none'),
});
export type PasskeyCreationOptions = z.infer<typeof passkeyCreationOptions>;

const blob = base64url.max(16_384);

/** What `navigator.credentials.get` gave, without extension results. */
export const passkeyAssertion = z.strictObject({
  id: credentialId,
  response: z.strictObject({ clientDataJSON: blob, authenticatorData: blob, signature: blob }),
});
export type PasskeyAssertion = z.infer<typeof passkeyAssertion>;

/** What `navigator.credentials.create` gave, without extension results. */
export const passkeyRegistration = z.strictObject({
  id: credentialId,
  response: z.strictObject({
    clientDataJSON: blob,
    attestationObject: blob,
    transports: transports.optional(),
  }),
});
export type PasskeyRegistration = z.infer<typeof passkeyRegistration>;

export const challengeField = bytesField(SECRET_BYTES);
const challengeText = bytesText(SECRET_BYTES);

/** Sign-in and step-up of an account with second factors: one of `methods` has to follow by `expiresAt`. */
export const challengeAnswer = z.object({
  challenge: challengeText,
  methods: z.array(z.enum(SECOND_FACTORS)),
  passkey: passkeyRequestOptions.optional(),
  expiresAt: timeText,
});
export type ChallengeAnswer = z.infer<typeof challengeAnswer>;

const totpCode = z.string().regex(/^\d{6}$/);
/** Case, spaces and dashes do not count. */
const recoveryCode = z.string().min(12).max(40);

const proofs = {
  totp: totpCode.optional(),
  passkey: passkeyAssertion.optional(),
  recoveryCode: recoveryCode.optional(),
};

function hasOneProof(proof: { readonly [Name in keyof typeof proofs]?: unknown }): boolean {
  return [proof.totp, proof.passkey, proof.recoveryCode].filter(Boolean).length === 1;
}

const ONE_PROOF = { path: ['totp'], message: 'one of totp, passkey, recoveryCode' };

/** `POST /api/v1/sign-in/second`. */
export const secondFactorRequest = z
  .strictObject({ challenge: challengeField, ...proofs })
  .refine(hasOneProof, ONE_PROOF);
export type SecondFactorRequest = z.input<typeof secondFactorRequest>;
export type ParsedSecondFactorRequest = z.output<typeof secondFactorRequest>;

/** `POST /api/v1/step-up/options`: with `password`, `auth` is asked; else one of the challenge's methods. */
export const stepUpOptions = z.union([
  z.object({ methods: z.tuple([z.literal('password')]) }),
  challengeAnswer,
]);
export type StepUpOptions = z.infer<typeof stepUpOptions>;

/** `POST /api/v1/step-up`: `auth` where the account has no second factor, else a challenge and its proof. */
export const stepUpRequest = z.union([z.strictObject({ auth: authField }), secondFactorRequest]);
export type StepUpRequest = z.input<typeof stepUpRequest>;

/** A new access token, good for dangerous acts for five minutes; the refresh token stays as it is. */
export const stepUpAnswer = z.object({ accessToken: z.string(), accessExpiresAt: timeText });
export type StepUpAnswer = z.infer<typeof stepUpAnswer>;

/** `POST /api/v1/account/totp`: nothing asks for codes before one was confirmed. */
export const totpAnswer = z.object({
  /** base32, for who can't scan. */
  secret: z.string(),
  /** `otpauth://totp/…` */
  uri: z.string(),
});
export type TotpAnswer = z.infer<typeof totpAnswer>;

/** `POST /api/v1/account/totp/confirm`. */
export const confirmTotpRequest = z.strictObject({ code: totpCode });
export type ConfirmTotpRequest = z.input<typeof confirmTotpRequest>;

/** `POST /api/v1/account/passkeys/options`. */
export const passkeyOptionsAnswer = z.object({
  challenge: challengeText,
  options: passkeyCreationOptions,
});
export type PasskeyOptionsAnswer = z.infer<typeof passkeyOptionsAnswer>;

/** Of the user key that is wrapped; another than the present one: 409 `user-key-renewed`. */
const generation = positive.optional();

interface PasskeyWrap {
  readonly wrappedUserKey?: unknown;
  readonly generation?: unknown;
}

const namesGeneration = ({ wrappedUserKey, generation }: PasskeyWrap) =>
  typeof wrappedUserKey === 'string' ? generation !== undefined : generation === undefined;

const GENERATION_RULE = { path: ['generation'], message: 'with a wrapped key, and only then' };

/** `POST /api/v1/account/passkeys`. `wrappedUserKey`: the user key under what the passkey's PRF gives. */
export const addPasskeyRequest = z
  .strictObject({
    challenge: challengeField,
    passkey: passkeyRegistration,
    name: nameField,
    wrappedUserKey: wrappedUserKeyField.optional(),
    generation,
  })
  .refine(namesGeneration, GENERATION_RULE);
export type AddPasskeyRequest = z.input<typeof addPasskeyRequest>;

/** `PATCH /api/v1/account/passkeys/:id`: a new wrap lets it unlock, `null` no more. */
export const changePasskeyRequest = z
  .strictObject({
    name: nameField.optional(),
    wrappedUserKey: wrappedUserKeyField.nullable().optional(),
    generation,
  })
  .refine(namesGeneration, GENERATION_RULE)
  .refine((change) => change.name !== undefined || change.wrappedUserKey !== undefined, {
    path: ['name'],
    message: 'nothing to change',
  });
export type ChangePasskeyRequest = z.input<typeof changePasskeyRequest>;

/** One of the account's passkeys; `credentialId` is what the browser knows it by. */
export const passkey = z.object({
  id: idText,
  credentialId,
  name: z.string(),
  createdAt: timeText,
  lastUsedAt: timeText.nullable(),
  wrappedUserKey: wrappedUserKeyText.optional(),
});
export type Passkey = z.infer<typeof passkey>;

/** `factors` of `GET /api/v1/account`. */
export const factorsAnswer = z.object({
  totp: z.boolean(),
  passkeys: z.array(passkey),
  recoveryCodesLeft: z.number().int().min(0).max(RECOVERY_CODES),
});
export type FactorsAnswer = z.infer<typeof factorsAnswer>;

/** `POST /api/v1/account/recovery-codes`: shown once; those made before are void. */
export const recoveryCodesAnswer = z.object({ codes: z.array(z.string()).length(RECOVERY_CODES) });
export type RecoveryCodesAnswer = z.infer<typeof recoveryCodesAnswer>;
