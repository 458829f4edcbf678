import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { routeHref } from '../read-route.ts';

const GAINS = ['devices', 'secrets', 'recovery'] as const;

/** What an account is for, and the two ways to one. */
export function WelcomeView() {
  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.welcome.title')} />
      <p>{i18n.t('account.welcome.about')}</p>
      <ul class="gains">
        {GAINS.map((gain) => (
          <li key={gain}>{i18n.t(`account.welcome.gains.${gain}`)}</li>
        ))}
      </ul>
      <p class="row">
        <a class="button primary" href={routeHref('sign-up')}>
          {i18n.t('account.signUp.title')}
        </a>
        <a class="button" href={routeHref('sign-in')}>
          {i18n.t('account.signIn.title')}
        </a>
      </p>
      <p class="small faded">{i18n.t('account.welcome.without')}</p>
    </div>
  );
}
