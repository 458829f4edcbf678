import { i18n } from '#i18n';
import type { ActivityKind, ActivityOutcome } from '../../../shared/api/activity.ts';

/** What a line of the account's log says. */
export const kindWords: Readonly<Record<ActivityKind, string>> = {
  'sign-up': i18n.t('account.activity.kinds.signUp'),
  'sign-in': i18n.t('account.activity.kinds.signIn'),
  'second-factor': i18n.t('account.activity.kinds.secondFactor'),
  'step-up': i18n.t('account.activity.kinds.stepUp'),
  'sign-out': i18n.t('account.activity.kinds.signOut'),
  'session-renamed': i18n.t('account.activity.kinds.sessionRenamed'),
  'session-ended': i18n.t('account.activity.kinds.sessionEnded'),
  'sessions-ended': i18n.t('account.activity.kinds.sessionsEnded'),
  'token-reused': i18n.t('account.activity.kinds.tokenReused'),
  'password-changed': i18n.t('account.activity.kinds.passwordChanged'),
  'email-changed': i18n.t('account.activity.kinds.emailChanged'),
  'user-key-rotated': i18n.t('account.activity.kinds.userKeyRotated'),
  'recovery-kit-made': i18n.t('account.activity.kinds.recoveryKitMade'),
  recovery: i18n.t('account.activity.kinds.recovery'),
  'totp-added': i18n.t('account.activity.kinds.totpAdded'),
  'totp-removed': i18n.t('account.activity.kinds.totpRemoved'),
  'passkey-added': i18n.t('account.activity.kinds.passkeyAdded'),
  'passkey-renamed': i18n.t('account.activity.kinds.passkeyRenamed'),
  'passkey-unlocking-changed': i18n.t('account.activity.kinds.passkeyUnlocking'),
  'passkey-removed': i18n.t('account.activity.kinds.passkeyRemoved'),
  'recovery-codes-made': i18n.t('account.activity.kinds.recoveryCodesMade'),
  'identity-linked': i18n.t('account.activity.kinds.identityLinked'),
  'identity-unlinked': i18n.t('account.activity.kinds.identityUnlinked'),
  'deletion-asked': i18n.t('account.activity.kinds.deletionAsked'),
  'deletion-taken-back': i18n.t('account.activity.kinds.deletionTakenBack'),
  suspended: i18n.t('account.activity.kinds.suspended'),
  restored: i18n.t('account.activity.kinds.restored'),
  'role-changed': i18n.t('account.activity.kinds.roleChanged'),
};

/** Why something did not come about. */
export const outcomeWords: Readonly<Record<Exclude<ActivityOutcome, 'ok'>, string>> = {
  'wrong-password': i18n.t('account.activity.outcomes.wrongPassword'),
  'wrong-code': i18n.t('account.activity.outcomes.wrongCode'),
  'wrong-passkey': i18n.t('account.activity.outcomes.wrongPasskey'),
  suspended: i18n.t('account.activity.outcomes.suspended'),
};
