import { Hono } from 'hono';
import { CODE_DIGITS, CODE_LIFETIME_SECONDS } from '../../../shared/api/account-limits.ts';
import { codeRequest } from '../../../shared/api/contract.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { attemptsAt, type Guessed } from '../../access/attempts.ts';
import { hashCode } from '../../access/verifier.ts';
import { findAccount } from '../../database/accounts/find-account.ts';
import { runGuarded } from '../../database/guarded-batch.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import type { Mail } from '../../mail/mail.ts';
import { queueMail, sealMail } from '../../mail/queue-mail.ts';

const MAX_BYTES = 4096;

type CodeGuessed = Extract<Guessed, `${string}-code`>;

/** A code, and who wants to use it for what. */
export interface CodePlan {
  readonly guessed: CodeGuessed;
  /** Guesses are counted by it. */
  readonly subject: string;
  readonly to: string;
  /** The mail with the code. */
  readonly kind: 'sign-up-code' | 'recovery-code' | 'email-change-code';
  /** The mail that comes instead where the code would be good for nothing. */
  readonly instead: 'already-registered' | 'no-account' | 'email-taken';
  /** Whether the code may ever be right. */
  readonly isUsable: boolean;
}

/** Codes to new and to known addresses cost and answer the same: only the mailbox's owner learns which it is. */
export const codeRoutes = new Hono<AppEnv>().post('/', limitRate('ACCOUNT_LIMIT'), async (c) => {
  const { email, purpose } = await readJson(c, codeRequest, MAX_BYTES);
  const isKnown = (await findAccount(c.env.DB, { email })) !== null;
  const common = { subject: email, to: email };
  await sendCode(
    c,
    purpose === 'sign-up'
      ? {
          ...common,
          guessed: 'sign-up-code',
          kind: 'sign-up-code',
          instead: 'already-registered',
          isUsable: !isKnown,
        }
      : {
          ...common,
          guessed: 'recovery-code',
          kind: 'recovery-code',
          instead: 'no-account',
          isUsable: isKnown,
        },
  );
  return c.body(null, 202);
});

/**
 * Sends a code, or what comes instead.
 * @throws {ApiError} 429 `rate-limited` with `Retry-After` where the last was sent just now
 */
export async function sendCode(c: AppContext, plan: CodePlan): Promise<void> {
  const { guessed, subject, to } = plan;
  const code = randomCode();
  const hash = await hashCode(c.env, guessed, subject, code);
  const nobodys = randomBytes(hash.length);
  const attempts = await attemptsAt(c.env, guessed, subject);
  const permit = await attempts.issueCode(plan.isUsable ? hash : nobodys);
  if (!permit.ok) {
    const headers = { 'Retry-After': String(permit.retryAfterSeconds) };
    throw new ApiError('rate-limited', {}, headers);
  }
  const goodUntil = new Date(Date.now() + CODE_LIFETIME_SECONDS * 1000);
  const mail: Mail = plan.isUsable
    ? { to, kind: plan.kind, code, goodUntil }
    : { to, kind: plan.instead };
  await runGuarded(c.env.DB, [queueMail(c, await sealMail(c.env, mail))]);
}

/**
 * Takes one try at a code.
 * @param use what it is to be used for; the same may use it again until it is too old
 * @throws {ApiError} 403 `wrong-code` with the tries that are left
 */
export async function useCode(
  c: AppContext,
  guessed: CodeGuessed,
  given: { readonly subject: string; readonly code: string; readonly use: string },
): Promise<void> {
  const hash = await hashCode(c.env, guessed, given.subject, given.code);
  const attempts = await attemptsAt(c.env, guessed, given.subject);
  const verdict = await attempts.tryCode(hash, given.use);
  if (!verdict.ok) throw new ApiError('wrong-code', { attemptsLeft: verdict.attemptsLeft });
}

/** Each of the 10^8 codes is as likely as any other. */
function randomCode(): string {
  const codes = 10 ** CODE_DIGITS;
  const limit = Math.floor(2 ** 32 / codes) * codes;
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (number < limit) return String(number % codes).padStart(CODE_DIGITS, '0');
  }
}
