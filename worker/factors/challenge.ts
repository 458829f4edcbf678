import type { ChallengeAnswer } from '../../shared/api/contract.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { type Bytes, randomBytes } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Env } from '../bindings.ts';
import { keepChallenge } from '../database/accounts/challenges.ts';
import { type Factors, readFactors } from '../database/accounts/read-factors.ts';
import type { ChallengePurpose } from '../database/schema/factors.ts';
import { requestOptions } from './passkeys.ts';

/** Time to find the phone. */
export const CHALLENGE_MS = 5 * 60_000;

const TOKEN_BYTES = 32;

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly accountId: string;
  /** What the purpose needs to go on, as JSON. */
  readonly payload: object;
}

export interface MadeChallenge {
  /** What the client has to bring back, base64url. */
  readonly token: string;
  /** What an authenticator has to sign, base64url. */
  readonly webauthn: string;
  readonly expiresAt: Date;
}

/**
 * Asks for a second factor.
 * @returns `null` where the account has none
 */
export async function beginSecondFactor(
  env: Env,
  challenge: NewChallenge,
  now: number,
): Promise<ChallengeAnswer | null> {
  const factors = await readFactors(env.DB, challenge.accountId);
  const methods = methodsOf(factors);
  if (methods.length === 0) return null;
  const { token, webauthn, expiresAt } = await makeChallenge(env, challenge, now);
  const { passkeys } = factors;
  return {
    challenge: token,
    methods,
    ...(passkeys.length > 0 && { passkey: requestOptions(webauthn, passkeys) }),
    expiresAt: expiresAt.toISOString(),
  };
}

/** Whether the password alone is not enough. */
export async function hasSecondFactor({ DB }: Env, accountId: string): Promise<boolean> {
  return methodsOf(await readFactors(DB, accountId)).length > 0;
}

/** Makes a challenge; only a hash of its token is kept. */
export async function makeChallenge(
  env: Env,
  challenge: NewChallenge,
  now: number,
): Promise<MadeChallenge> {
  const token = randomBytes(TOKEN_BYTES);
  const webauthn = encodeBase64url(randomBytes(TOKEN_BYTES));
  const expiresAt = new Date(now + CHALLENGE_MS);
  const tokenHash = await hashChallenge(token);
  await keepChallenge(env.DB, { ...challenge, tokenHash, webauthn, expiresAt });
  return { token: encodeBase64url(token), webauthn, expiresAt };
}

export async function hashChallenge(token: Bytes): Promise<string> {
  return encodeBase64url(await sha256(token));
}

/** Recovery codes stand in for another factor, so they alone ask for nothing. */
function methodsOf({ totp, passkeys, recoveryCodesLeft }: Factors): ChallengeAnswer['methods'] {
  const methods: ChallengeAnswer['methods'] = [];
  if (totp) methods.push('totp');
  if (passkeys.length > 0) methods.push('passkey');
  if (methods.length > 0 && recoveryCodesLeft > 0) methods.push('recovery-code');
  return methods;
}
