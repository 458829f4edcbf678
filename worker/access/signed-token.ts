import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import type { Env } from '../bindings.ts';
import { readTokenKeys, type TokenKeys } from './token-keys.ts';

/* Tokens that only this server reads: ES256 JWTs (RFC 7519), each kind for an audience of its own. */

const ALGORITHM = 'ES256';
const ISSUER = 'inkseal';

/** Who takes a token: the API as a whole, or one step of one flow. */
export type Audience = 'inkseal' | `inkseal/${string}`;

export interface TokenInit {
  readonly audience: Audience;
  /** The account's id. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly lifetimeSeconds: number;
  readonly claims?: Readonly<Record<string, string | number>>;
}

/** Claims of a token whose signature, audience and time are right; `sub` is the account's id. */
export type VerifiedClaims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** A token signed by the newest key, named by `kid`. */
export async function signToken(env: Env, token: TokenInit): Promise<string> {
  const { kid, key } = (await readTokenKeys(env)).signing;
  const issuedAt = Math.floor(token.now / 1000);
  return new SignJWT({ ...token.claims })
    .setProtectedHeader({ alg: ALGORITHM, kid })
    .setIssuer(ISSUER)
    .setAudience(token.audience)
    .setSubject(token.subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + token.lifetimeSeconds)
    .sign(key);
}

/**
 * The claims of `token`, or `null` whatever is wrong with it: another algorithm, an unknown `kid` or none, a
 * signature that does not hold, another audience or issuer, too old, or not a token at all.
 */
export async function verifyToken(
  env: Env,
  audience: Audience,
  token: string,
  now: number,
): Promise<VerifiedClaims | null> {
  const keys = await readTokenKeys(env);
  return openToken(keys, audience, token, now).catch(() => null);
}

/** @throws {JOSEError} what is wrong with it first: the signature is checked before the claims are read */
export async function openToken(
  { verifying }: Pick<TokenKeys, 'verifying'>,
  audience: Audience,
  token: string,
  now: number,
): Promise<VerifiedClaims> {
  const keyOf = ({ kid = '' }: JWTHeaderParameters): CryptoKey => {
    const key = verifying.get(kid);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  };
  const { payload } = await jwtVerify(token, keyOf, {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience,
    currentDate: new Date(now),
    requiredClaims: ['sub', 'iat', 'exp'],
  });
  const { sub } = payload;
  if (sub === undefined) throw new errors.JWTInvalid();
  return { ...payload, sub };
}
