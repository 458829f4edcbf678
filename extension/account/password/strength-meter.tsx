import { i18n } from '#i18n';
import type { PasswordRating } from './rate-password.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const LEVELS = { weak: 1, fair: 2, strong: 3 } as const;

/** How hard what is typed is to guess, as a bar and in words. */
export function StrengthMeter({
  id,
  rating,
}: {
  readonly id: string;
  readonly rating: PasswordRating | undefined;
}) {
  const level = rating ? LEVELS[rating.strength] : 0;
  return (
    <div class={`strength ${rating?.strength ?? 'none'}`}>
      <span class="strength-bar" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} class={step <= level ? 'on' : ''} />
        ))}
      </span>
      <p id={id} class="small" role="status">
        {rating
          ? i18n.t(`account.strength.${rating.strength}`, [guessingTime(rating.guessingSeconds)])
          : i18n.t('account.strength.none')}
      </p>
    </div>
  );
}

function guessingTime(seconds: number): string {
  if (seconds < HOUR) return i18n.t('account.strength.time.minutes');
  if (seconds < DAY) return i18n.t('account.strength.time.hours');
  if (seconds < 60 * DAY) return i18n.t('account.strength.time.days', Math.round(seconds / DAY));
  if (seconds < YEAR) return i18n.t('account.strength.time.months');
  if (seconds < 100 * YEAR)
    return i18n.t('account.strength.time.years', Math.round(seconds / YEAR));
  return i18n.t('account.strength.time.centuries');
}
