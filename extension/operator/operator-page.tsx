import { i18n } from '#i18n';
import { readAccount } from '../account/acts/read-account.ts';
import { LoadProblem } from '../account/forms/load-problem.tsx';
import { useLoaded } from '../account/forms/use-loaded.ts';
import { StepUpProvider } from '../account/step-up/step-up.tsx';
import '../account/account.css';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { useHash } from '../library/page/use-hash.ts';
import { PageFrame } from '../page/page-frame.tsx';
import { AccountsView } from './accounts-view.tsx';
import { LogView } from './log-view.tsx';
import { operatorHref, PLACES, readPlace } from './read-place.ts';
import { ReportsView } from './reports-view.tsx';
import { ShareView } from './share-view.tsx';

/** Who looks after the server sees here what was reported, and acts. Nothing here opens any content. */
export function OperatorPage() {
  const hash = useHash();
  const account = useLoaded(readAccount);
  const { place, shareId } = readPlace(hash);
  return (
    <PageFrame>
      <StepUpProvider>
        <PageHeading title={i18n.t('operator.title')} />
        <LoadProblem loaded={account} />
        {account.problem !== undefined && (
          <p>
            <a href="/account.html">{i18n.t('operator.toAccount')}</a>
          </p>
        )}
        {account.value && account.value.role !== 'admin' && (
          <p class="notice">{i18n.t('operator.notAdmin')}</p>
        )}
        {account.value?.role === 'admin' && (
          <>
            <nav class="row places" aria-label={i18n.t('operator.title')}>
              {PLACES.map((name) => (
                <a
                  key={name}
                  href={operatorHref(name)}
                  aria-current={name === place ? 'page' : undefined}
                >
                  {i18n.t(`operator.places.${name}`)}
                </a>
              ))}
            </nav>
            {place === 'reports' && <ReportsView />}
            {place === 'share' && <ShareView key={shareId} shareId={shareId} />}
            {place === 'accounts' && <AccountsView />}
            {place === 'log' && <LogView />}
          </>
        )}
      </StepUpProvider>
    </PageFrame>
  );
}
