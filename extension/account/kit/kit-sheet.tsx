import { i18n } from '#i18n';
import { formatDay } from '../forms/format-day.ts';

interface KitSheetProps {
  readonly kit: readonly string[];
  readonly email: string;
  readonly origin: string;
}

/** What goes on paper: the only part of the page that is printed. */
export function KitSheet({ kit, email, origin }: KitSheetProps) {
  return (
    <section class="kit-sheet stack" aria-label={i18n.t('account.kit.sheet')}>
      <h2>{i18n.t('account.kit.sheet')}</h2>
      <dl class="facts">
        <dt>{i18n.t('account.email')}</dt>
        <dd>{email}</dd>
        <dt>{i18n.t('account.kit.server')}</dt>
        <dd>{origin}</dd>
        <dt>{i18n.t('account.kit.made')}</dt>
        <dd>{formatDay(new Date().toISOString())}</dd>
      </dl>
      <ol class="kit-lines">
        {kit.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ol>
      <p class="small">{i18n.t('account.kit.how')}</p>
    </section>
  );
}
