import type { SecondFactor } from '../../shared/api/account-limits.ts';
import type { ActivityOutcome } from '../../shared/api/activity.ts';
import type { ParsedSecondFactorRequest, PasskeyAssertion } from '../../shared/api/contract.ts';
import { beginAttempt } from '../access/attempts.ts';
import type { Env } from '../bindings.ts';
import {
  type ChallengeRow,
  endChallengeStatements,
  findChallenge,
} from '../database/accounts/challenges.ts';
import { findPasskey, usePasskeyStatements } from '../database/accounts/passkeys.ts';
import {
  findRecoveryCode,
  spendRecoveryCodeStatements,
} from '../database/accounts/recovery-codes.ts';
import { findTotp, spendTotpStatements } from '../database/accounts/totps.ts';
import type { Statement } from '../database/guarded-batch.ts';
import type { ChallengePurpose } from '../database/schema/factors.ts';
import { ApiError } from '../http/api-error.ts';
import { hashChallenge } from './challenge.ts';
import { passkeyOrigins, verifyAssertion } from './passkeys.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { matchTotp } from './totp.ts';
import { openTotpSecret } from './totp-secret.ts';

/** A second factor that was right. It counts once `spend` has run, in the batch of what it allows. */
export interface Proven {
  readonly ok: true;
  readonly challenge: ChallengeRow;
  readonly method: SecondFactor;
  /** Spends the proof and ends the challenge; a guard fails where either was used meanwhile. */
  readonly spend: readonly [Statement, ...Statement[]];
  /** To be called after the batch: earlier wrong tries are forgotten. */
  readonly succeed: () => Promise<void>;
}

export interface Refused {
  readonly ok: false;
  readonly accountId: string;
  readonly code: 'wrong-code' | 'wrong-passkey';
  readonly outcome: ActivityOutcome;
}

/** What a batch with `spend` in it may be hindered by, in words of the error table. */
export const SPENT = {
  'challenge-ended': 'challenge-ended',
  'code-spent': 'wrong-code',
  'passkey-spent': 'wrong-passkey',
} as const;

/** What a second factor is asked for. */
export interface Asked {
  readonly purpose: ChallengePurpose;
  /** Whose challenge it has to be, where that is known. */
  readonly accountId?: string;
}

/**
 * Checks a second factor. A try is taken from the account before anything is looked at, so that any number of
 * guesses at once are no more than the rules allow.
 * @throws {ApiError} `challenge-ended`, `too-many-attempts`
 */
export async function proveSecondFactor(
  env: Env,
  asked: Asked,
  { challenge: token, ...proof }: ParsedSecondFactorRequest,
  now: number,
): Promise<Proven | Refused> {
  const challenge = await findChallenge(env.DB, await hashChallenge(token), asked.purpose, now);
  if (challenge === null) throw new ApiError('challenge-ended');
  const { accountId } = challenge;
  if (accountId !== (asked.accountId ?? accountId)) throw new ApiError('challenge-ended');
  const succeed = await beginAttempt(env, 'second-factor', accountId);
  const checked = await checkProof(env, challenge, proof, now);
  if (checked === null) {
    return proof.passkey === undefined
      ? { ok: false, accountId, code: 'wrong-code', outcome: 'wrong-code' }
      : { ok: false, accountId, code: 'wrong-passkey', outcome: 'wrong-passkey' };
  }
  const end = endChallengeStatements(env.DB, challenge);
  return {
    ok: true,
    challenge,
    method: checked.method,
    spend: [...end, ...checked.spend],
    succeed,
  };
}

interface Checked {
  readonly method: SecondFactor;
  readonly spend: readonly Statement[];
}

function checkProof(
  env: Env,
  challenge: ChallengeRow,
  { totp, passkey, recoveryCode }: Omit<ParsedSecondFactorRequest, 'challenge'>,
  now: number,
): Promise<Checked | null> {
  if (totp !== undefined) return checkTotp(env, challenge, totp, now);
  if (passkey !== undefined) return checkPasskey(env, challenge, passkey, now);
  return checkRecoveryCode(env, challenge, recoveryCode ?? '');
}

async function checkTotp(env: Env, { accountId }: ChallengeRow, code: string, now: number) {
  const row = await findTotp(env.DB, accountId);
  if (row === null || row.confirmedAt === null) return null;
  const step = matchTotp(await openTotpSecret(env, row), code, now, row.lastStep);
  if (step === null) return null;
  return { method: 'totp' as const, spend: spendTotpStatements(env.DB, accountId, step) };
}

async function checkPasskey(
  env: Env,
  { accountId, webauthn }: ChallengeRow,
  assertion: PasskeyAssertion,
  now: number,
) {
  const row = await findPasskey(env.DB, accountId, assertion.id);
  if (row === null) return null;
  const counter = await verifyAssertion(passkeyOrigins(env), webauthn, row, assertion);
  if (counter === null) return null;
  const spend = usePasskeyStatements(env.DB, row, counter, new Date(now));
  return { method: 'passkey' as const, spend };
}

async function checkRecoveryCode(env: Env, { accountId }: ChallengeRow, code: string) {
  const hashes = await hashRecoveryCode(env, accountId, code);
  const hash = await findRecoveryCode(env.DB, accountId, hashes);
  if (hash === null) return null;
  const spend = spendRecoveryCodeStatements(env.DB, accountId, hash);
  return { method: 'recovery-code' as const, spend };
}
