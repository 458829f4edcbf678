import * as z from 'zod';
import { ACCOUNT_KEYS_MAX, ACCOUNT_STATES, ROLES } from '../../account-limits.ts';
import { count, idText, positive, timeText } from '../fields.ts';
import { factorsAnswer } from './factors.ts';
import {
  accountKeyText,
  authField,
  codeField,
  emailField,
  idTextField,
  kdfField,
  kdfText,
  manifestField,
  manifestText,
  recoveryField,
  sealedPrivateKeyField,
  wrappedUserKeyField,
  wrappedUserKeyText,
} from './fields.ts';

/** In bytes. */
export const quotaAnswer = z.object({ used: count, limit: count });

/** `GET /api/v1/account`. */
export const accountAnswer = z.object({
  id: idText,
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  createdAt: timeText,
  kdf: kdfText,
  wrappedUserKey: wrappedUserKeyText,
  generation: positive,
  keys: z.array(accountKeyText),
  manifest: manifestText,
  manifestCounter: positive,
  factors: factorsAnswer.optional(),
  quota: quotaAnswer.optional(),
  /** While leaving: from then on everything is deleted. */
  deleteAfter: timeText.optional(),
});
export type AccountAnswer = z.infer<typeof accountAnswer>;

/** The next manifest: `manifestCounter` is the stored one plus 1, else 409 `manifest-conflict`. */
const nextManifest = { manifest: manifestField, manifestCounter: positive };

/** `PUT /api/v1/account/manifest`. */
export const putManifestRequest = z.strictObject(nextManifest);
export type PutManifestRequest = z.input<typeof putManifestRequest>;

/** `POST /api/v1/account/password`: every other session ends. */
export const changePasswordRequest = z.strictObject({
  auth: authField,
  kdf: kdfField,
  newAuth: authField,
  wrappedUserKey: wrappedUserKeyField,
  ...nextManifest,
});
export type ChangePasswordRequest = z.input<typeof changePasswordRequest>;

/**
 * `POST /api/v1/account/user-key`: a new user key, its generation the old one plus 1, and all that it wraps, whole or
 * not at all. Keys, passkeys and items are those that the account has, each exactly once.
 */
export const rotateUserKeyRequest = z.strictObject({
  auth: authField,
  generation: positive,
  wrappedUserKey: wrappedUserKeyField,
  newKit: recoveryField,
  keys: z
    .array(z.strictObject({ id: idTextField, sealedPrivateKey: sealedPrivateKeyField }))
    .max(ACCOUNT_KEYS_MAX),
  passkeys: z
    .array(z.strictObject({ id: idTextField, wrappedUserKey: wrappedUserKeyField }))
    .max(32),
  items: z
    .array(z.strictObject({ id: idTextField, version: positive, wrappedKey: wrappedUserKeyField }))
    .max(100_000),
  ...nextManifest,
});
export type RotateUserKeyRequest = z.input<typeof rotateUserKeyRequest>;
export type ParsedRotateUserKeyRequest = z.output<typeof rotateUserKeyRequest>;

/** `POST /api/v1/account/recovery-kit`: the kit before it opens nothing any more. */
export const newKitRequest = z.strictObject({ newKit: recoveryField, generation: positive });
export type NewKitRequest = z.input<typeof newKitRequest>;

/** `POST /api/v1/account/email`: a code goes to the new address; 202 whether it is free or not. */
export const changeEmailRequest = z.strictObject({ email: emailField });
export type ChangeEmailRequest = z.input<typeof changeEmailRequest>;

/** `POST /api/v1/account/email/confirm`. */
export const confirmEmailRequest = z.strictObject({ email: emailField, code: codeField });
export type ConfirmEmailRequest = z.input<typeof confirmEmailRequest>;

/** `DELETE /api/v1/account`. */
export const leaveAnswer = z.object({ deleteAfter: timeText });
export type LeaveAnswer = z.infer<typeof leaveAnswer>;
