import * as z from 'zod';
import { positive } from '../fields.ts';
import {
  accountKeysField,
  authField,
  codeField,
  deviceField,
  emailField,
  identityField,
  idTextField,
  kdfField,
  manifestField,
  recoveryField,
  wrappedUserKeyField,
} from './fields.ts';

/** `POST /api/v1/accounts/codes`: 202 whether the address has an account or not. */
export const codeRequest = z.strictObject({
  email: emailField,
  purpose: z.enum(['sign-up', 'recovery']),
});
export type CodeRequest = z.input<typeof codeRequest>;

/** An account as its creator makes it. The client chooses the id and every key. */
export const newAccount = z.strictObject({
  id: idTextField,
  kdf: kdfField,
  auth: authField,
  wrappedUserKey: wrappedUserKeyField,
  recovery: recoveryField,
  keys: accountKeysField,
  manifest: manifestField,
  manifestCounter: positive,
  /** Of the user key; 1 at first. */
  generation: positive,
});

/** `POST /api/v1/accounts`: with the code from the mail, or with an identity that an OIDC provider vouches for. */
export const signUpRequest = z.union([
  z.strictObject({ email: emailField, code: codeField, account: newAccount, device: deviceField }),
  z.strictObject({ identity: identityField, account: newAccount, device: deviceField }),
]);
export type SignUpRequest = z.input<typeof signUpRequest>;
export type ParsedSignUpRequest = z.output<typeof signUpRequest>;
