import { ACCESS_TOKEN_LIFETIME_SECONDS } from '../../shared/api/account-limits.ts';
import type { Env } from '../bindings.ts';
import { signToken, verifyToken } from './signed-token.ts';

/** What an access token says. The role is not believed: it is read from the account at each request. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
  readonly role: string;
  /** When the bearer last proved who they are beyond this token, in ms; `null` where never. */
  readonly steppedUpAt: number | null;
}

export interface AccessToken {
  readonly accessToken: string;
  /** In ms. */
  readonly expiresAt: number;
}

/** A token for 15 minutes. */
export async function signAccessToken(
  env: Env,
  { accountId, sessionId, role, steppedUpAt }: AccessClaims,
  now: number,
): Promise<AccessToken> {
  const stepUp = steppedUpAt === null ? {} : { sup: Math.floor(steppedUpAt / 1000) };
  const accessToken = await signToken(env, {
    audience: 'inkseal',
    subject: accountId,
    now,
    lifetimeSeconds: ACCESS_TOKEN_LIFETIME_SECONDS,
    claims: { sid: sessionId, role, ...stepUp },
  });
  const expiresAt = (Math.floor(now / 1000) + ACCESS_TOKEN_LIFETIME_SECONDS) * 1000;
  return { accessToken, expiresAt };
}

/** What `token` says, or `null` where it is not an access token of this server that is good now. */
export async function verifyAccessToken(
  env: Env,
  token: string,
  now: number,
): Promise<AccessClaims | null> {
  const claims = await verifyToken(env, 'inkseal', token, now);
  if (claims === null) return null;
  const { sub, sid, role, sup } = claims;
  if (typeof sid !== 'string' || typeof role !== 'string') return null;
  const steppedUpAt = typeof sup === 'number' ? sup * 1000 : null;
  return { accountId: sub, sessionId: sid, role, steppedUpAt };
}
