import { i18n } from '#i18n';
import { Facts } from '../forms/facts.tsx';
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
      <Facts
        facts={[
          [i18n.t('account.email'), email],
          [i18n.t('account.kit.server'), origin],
          [i18n.t('account.kit.made'), formatDay(new Date().toISOString())],
        ]}
      />
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
