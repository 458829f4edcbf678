import { i18n } from '#i18n';
import { AccountError, type AccountErrorCode } from '../../shared/account/account-error.ts';
import { ApiError, UnreachableError } from '../../shared/api/client/api-error.ts';
import type { ErrorCode } from '../../shared/api/errors.ts';
import { CryptoError } from '../../shared/crypto/error.ts';
import { formatDuration } from '../../shared/ui/format.ts';
import { ProviderError } from './acts/provider.ts';
import { PasskeyError } from './passkeys/passkey-error.ts';
import { LockedError } from './session/locked-error.ts';

/** What went wrong, and what to do about it, in one sentence for a person. */
export function problemWords(error: unknown): string {
  if (error instanceof AccountError) return accountWords(error.code);
  if (error instanceof ApiError) return apiWords(error);
  if (error instanceof UnreachableError) return i18n.t('account.problems.unreachable');
  if (error instanceof PasskeyError) return PASSKEY_WORDS[error.code];
  if (error instanceof ProviderError) return i18n.t('account.problems.provider');
  if (error instanceof LockedError) return i18n.t('account.problems.locked');
  if (error instanceof CryptoError) return error.message;
  return i18n.t('account.problems.failed');
}

/** What the person can mend; of the rest the reason stands in the error's own sentence. */
const ACCOUNT_WORDS: Partial<Record<AccountErrorCode, string>> = {
  'wrong-password': i18n.t('account.problems.wrongPassword'),
  'wrong-kit': i18n.t('account.problems.wrongKit'),
  'wrong-passkey': i18n.t('account.problems.wrongPasskey'),
  'key-rotated': i18n.t('account.problems.keyRotated'),
  'password-kept': i18n.t('account.problems.passwordKept'),
  'password-uncertain': i18n.t('account.problems.passwordUncertain'),
  conflict: i18n.t('account.problems.conflict'),
};

const PASSKEY_WORDS: Record<PasskeyError['code'], string> = {
  known: i18n.t('account.problems.passkeyKnown'),
  refused: i18n.t('account.problems.passkeyRefused'),
  'no-secret': i18n.t('account.problems.passkeyNoSecret'),
};

function accountWords(code: AccountErrorCode): string {
  const known = ACCOUNT_WORDS[code];
  return known ?? i18n.t('account.problems.refused', [new AccountError(code).message]);
}

const API_WORDS: Partial<Record<ErrorCode, string>> = {
  'wrong-credentials': i18n.t('account.problems.wrongCredentials'),
  'session-ended': i18n.t('account.problems.sessionEnded'),
  'wrong-kit': i18n.t('account.problems.wrongKit'),
  'account-suspended': i18n.t('account.problems.suspended'),
  'account-changed': i18n.t('account.problems.conflict'),
  'manifest-conflict': i18n.t('account.problems.conflict'),
  'user-key-renewed': i18n.t('account.problems.keyRotated'),
  'account-exists': i18n.t('account.problems.accountExists'),
  unauthorized: i18n.t('account.problems.tooLate'),
  forbidden: i18n.t('account.problems.forbidden'),
  'not-found': i18n.t('account.problems.notFound'),
  unavailable: i18n.t('account.problems.unavailable'),
  'wrong-passkey': i18n.t('account.problems.otherPasskey'),
  'challenge-ended': i18n.t('account.problems.tooLate'),
  'second-factor-required': i18n.t('account.problems.secondFactor'),
  'identity-refused': i18n.t('account.problems.providerRefused'),
  'email-not-verified': i18n.t('account.problems.emailNotVerified'),
  'identity-taken': i18n.t('account.problems.identityTaken'),
  'factor-exists': i18n.t('account.problems.factorExists'),
  'too-many-passkeys': i18n.t('account.problems.tooManyPasskeys'),
  'no-second-factor': i18n.t('account.problems.noSecondFactor'),
  'share-not-found': i18n.t('account.problems.noShare'),
  'report-closed': i18n.t('account.problems.reportClosed'),
  'is-admin': i18n.t('account.problems.isAdmin'),
  'own-account': i18n.t('account.problems.ownAccount'),
};

function apiWords({ code, details, retryAfterSeconds }: ApiError): string {
  if (code === 'wrong-code') {
    const { attemptsLeft } = details;
    return typeof attemptsLeft === 'number'
      ? i18n.t('account.problems.wrongCodeLeft', attemptsLeft)
      : i18n.t('account.problems.wrongCode');
  }
  if (code === 'rate-limited' || code === 'too-many-attempts') {
    return retryAfterSeconds === undefined
      ? i18n.t('account.problems.tooMany')
      : i18n.t('account.problems.tooManyUntil', [formatDuration(retryAfterSeconds)]);
  }
  return API_WORDS[code] ?? i18n.t('account.problems.failed');
}
