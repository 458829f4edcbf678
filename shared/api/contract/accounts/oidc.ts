import * as z from 'zod';
import { idText } from '../fields.ts';

/** Sealed by the server; to clients any text. */
const sealed = z.string().min(1).max(4096);

/** `POST /api/v1/sign-in/oidc`: `redirectUri` is `https://<extension id>.chromiumapp.org/…`. */
export const beginOidcRequest = z.strictObject({ redirectUri: z.url().max(512) });
export type BeginOidcRequest = z.input<typeof beginOidcRequest>;

export const beginOidcAnswer = z.object({ authorizationUrl: z.string(), flow: sealed });
export type BeginOidcAnswer = z.infer<typeof beginOidcAnswer>;

/** `POST /api/v1/sign-in/oidc/callback`: `callbackUrl` is where the provider sent the browser. */
export const finishOidcRequest = z.strictObject({ flow: sealed, callbackUrl: z.url().max(8192) });
export type FinishOidcRequest = z.input<typeof finishOidcRequest>;

/** `identity` proves the e-mail address for 15 minutes: at sign-up it stands in for `code`, at sign-in for
 * `email`. `known`: an account exists, and its vault password is to be asked. */
export const identityAnswer = z.object({
  identity: sealed,
  email: z.string(),
  known: z.boolean(),
});
export type IdentityAnswer = z.infer<typeof identityAnswer>;

/** `POST /api/v1/account/identities`: what `callback` answered, for the account that is signed in. */
export const linkIdentityRequest = z.strictObject({ identity: sealed });
export type LinkIdentityRequest = z.input<typeof linkIdentityRequest>;

/** Somebody at an issuer who is the account's owner. `email`: what the issuer said when it was linked. */
export const linkedIdentity = z.object({ id: idText, issuer: z.string(), email: z.string() });
export type LinkedIdentity = z.infer<typeof linkedIdentity>;

/** `GET /api/v1/account/identities`. */
export const identitiesAnswer = z.object({ identities: z.array(linkedIdentity) });
export type IdentitiesAnswer = z.infer<typeof identitiesAnswer>;
