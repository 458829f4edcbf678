import { i18n } from '#i18n';
import { ActivityView } from './activity/activity-view.tsx';
import type { ShownKit } from './kit/kit-view.tsx';
import { LeaveView } from './leave/leave-view.tsx';
import { OlderView } from './older/older-view.tsx';
import { OverviewView } from './overview/overview-view.tsx';
import { type Route, routeHref } from './read-route.ts';
import { SecurityView } from './security/security-view.tsx';
import type { AccountStanding } from './session/account-record.ts';
import { SessionsView } from './sessions/sessions-view.tsx';

const PLACES = ['overview', 'security', 'sessions', 'activity', 'leave'] as const;

interface SignedInViewProps {
  readonly route: Route;
  readonly standing: AccountStanding;
  readonly onKit: (kit: ShownKit) => void;
}

/** The account, open. */
export function SignedInView({ route, standing, onKit }: SignedInViewProps) {
  const place = PLACES.find((name) => name === route) ?? 'overview';
  const { email, origin } = standing;
  if (route === 'older') return <OlderView />;
  return (
    <>
      <nav class="row places" aria-label={i18n.t('account.places.label')}>
        {PLACES.map((name) => (
          <a key={name} href={routeHref(name)} aria-current={name === place ? 'page' : undefined}>
            {i18n.t(`account.places.${name}`)}
          </a>
        ))}
      </nav>
      {place === 'overview' && <OverviewView standing={standing} />}
      {place === 'security' && <SecurityView onKit={(kit) => onKit({ kit, email, origin })} />}
      {place === 'sessions' && <SessionsView />}
      {place === 'activity' && <ActivityView />}
      {place === 'leave' && <LeaveView />}
    </>
  );
}
