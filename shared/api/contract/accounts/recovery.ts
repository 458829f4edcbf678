import * as z from 'zod';
import { idText, positive } from '../fields.ts';
import {
  accountKeyText,
  authField,
  codeField,
  deviceField,
  emailField,
  kdfField,
  kdfText,
  manifestField,
  manifestText,
  recoveryField,
  wrappedUserKeyField,
  wrappedUserKeyText,
} from './fields.ts';

/** `POST /api/v1/recovery`: the code from the mail and the kit's `auth`. */
export const recoveryRequest = z.strictObject({
  email: emailField,
  code: codeField,
  auth: authField,
});
export type RecoveryRequest = z.input<typeof recoveryRequest>;

/** What the kit opens, and `recovery`, good for 15 minutes and one `finish`. */
export const recoveryAnswer = z.object({
  accountId: idText,
  kdf: kdfText,
  /** Wrapped by the recovery kit's key. */
  wrappedUserKey: wrappedUserKeyText,
  generation: positive,
  keys: z.array(accountKeyText),
  manifest: manifestText,
  manifestCounter: positive,
  recovery: z.string(),
});
export type RecoveryAnswer = z.infer<typeof recoveryAnswer>;

/** `POST /api/v1/recovery/finish`: a new password and a new kit; every other session ends. */
export const finishRecoveryRequest = z.strictObject({
  recovery: z.string().max(4096),
  kdf: kdfField,
  auth: authField,
  wrappedUserKey: wrappedUserKeyField,
  newKit: recoveryField,
  manifest: manifestField,
  manifestCounter: positive,
  device: deviceField,
});
export type FinishRecoveryRequest = z.input<typeof finishRecoveryRequest>;
