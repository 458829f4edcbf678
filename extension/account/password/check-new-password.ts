import { i18n } from '#i18n';

/** Enough of a phrase to remember, in UTF-8 after NFC (PROTOCOL section 3). */
const MAX_BYTES = 1024;

/** What keeps `password` from being a master password, in words; undefined where nothing does. */
export async function checkNewPassword(
  password: string,
  known: readonly string[],
): Promise<string | undefined> {
  if (password === '') return i18n.t('account.password.missing');
  if (!password.isWellFormed()) return i18n.t('account.password.malformed');
  if (new TextEncoder().encode(password.normalize('NFC')).length > MAX_BYTES) {
    return i18n.t('account.password.tooLong');
  }
  const { ratePassword } = await import('./rate-password.ts');
  return ratePassword(password, known).strength === 'weak'
    ? i18n.t('account.password.weak')
    : undefined;
}
