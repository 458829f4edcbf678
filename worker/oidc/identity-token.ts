import type { Env } from '../bindings.ts';
import type { Identity } from '../database/accounts/identities.ts';
import { ApiError } from '../http/api-error.ts';
import { type Expiring, openJson, sealJson } from './sealed-json.ts';

/** Time to write a vault password down, or to remember it. */
const IDENTITY_MS = 15 * 60_000;
const PURPOSE = 'identity';

/** What proves, until it is over, who an issuer said that its bearer is. */
export function sealIdentity(env: Env, identity: Identity, now: number): Promise<string> {
  const sealed: Identity & Expiring = { ...identity, expiresAt: now + IDENTITY_MS };
  return sealJson(env, PURPOSE, sealed);
}

/** @throws {ApiError} `identity-refused` where the token is not ours, or over */
export async function readIdentity(env: Env, token: string, now: number): Promise<Identity> {
  const opened = await openJson<Identity & Expiring>(env, PURPOSE, token, now);
  if (opened === null) throw new ApiError('identity-refused');
  const { issuer, subject, email } = opened;
  return { issuer, subject, email };
}
