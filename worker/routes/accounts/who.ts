import type { AccountName } from '../../database/accounts/find-account.ts';
import { findLinkedAccount, type Identity } from '../../database/accounts/identities.ts';
import type { AppContext } from '../../http/app-env.ts';
import { readIdentity } from '../../oidc/identity-token.ts';

/** Who asks, as far as they said or an issuer vouches for. */
export interface Who {
  /** Guesses are counted by it. */
  readonly email: string;
  /** By which the account is found, where there is one. */
  readonly name: AccountName;
  /** What an issuer vouches for, and is not linked with an account yet. */
  readonly newIdentity: Identity | null;
}

/** @throws {ApiError} `identity-refused` */
export async function readWho(
  c: AppContext,
  request: { readonly email: string } | { readonly identity: string },
): Promise<Who> {
  if ('email' in request) {
    const { email } = request;
    return { email, name: { email }, newIdentity: null };
  }
  const identity = await readIdentity(c.env, request.identity, Date.now());
  const { email } = identity;
  const id = await findLinkedAccount(c.env.DB, identity);
  return id === null
    ? { email, name: { email }, newIdentity: identity }
    : { email, name: { id }, newIdentity: null };
}
