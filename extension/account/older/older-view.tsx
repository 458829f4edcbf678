import { i18n } from '#i18n';
import { mayBeRestored } from '../../../shared/account/older-state.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { acceptOlderState } from '../acts/accept-older-state.ts';
import { readAccount } from '../acts/read-account.ts';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { routeHref } from '../read-route.ts';
import { OlderStateView } from './older-state-view.tsx';

/** The account is open here, and its server was refused for an older state. */
export function OlderView() {
  const account = useLoaded(readAccount);
  if (account.problem !== undefined && !mayBeRestored(account.cause)) {
    return (
      <div class="card stack">
        <PageHeading title={i18n.t('account.older.title')} />
        <LoadProblem loaded={account} />
      </div>
    );
  }
  const goBack = () => {
    location.hash = routeHref('overview');
  };
  return (
    <OlderStateView
      reason={mayBeRestored(account.cause) ? account.cause.message : undefined}
      onAccept={async () => {
        await acceptOlderState();
        goBack();
      }}
      onBack={goBack}
    />
  );
}
