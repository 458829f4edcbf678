import * as z from 'zod';
import { challengeAnswer } from './factors.ts';
import { authField, deviceField, emailField, identityField, kdfText } from './fields.ts';
import { tokensAnswer } from './tokens.ts';

/** Who signs in: an address, or an identity that an OIDC provider vouches for. */
const byEmail = { email: emailField };
const byIdentity = { identity: identityField };

/** `POST /api/v1/sign-in/parameters`. */
export const signInParametersRequest = z.union([
  z.strictObject(byEmail),
  z.strictObject(byIdentity),
]);
export type SignInParametersRequest = z.input<typeof signInParametersRequest>;

/** How the password becomes keys. Who has no account gets an answer that looks the same. */
export const signInParametersAnswer = kdfText;
export type SignInParametersAnswer = z.infer<typeof signInParametersAnswer>;

const proof = { auth: authField, device: deviceField };

/** `POST /api/v1/sign-in`. */
export const signInRequest = z.union([
  z.strictObject({ ...byEmail, ...proof }),
  z.strictObject({ ...byIdentity, ...proof }),
]);
export type SignInRequest = z.input<typeof signInRequest>;

export const signInAnswer = z.union([tokensAnswer, challengeAnswer]);
export type SignInAnswer = z.infer<typeof signInAnswer>;
