import { i18n } from '#i18n';
import type { AccountAnswer } from '../../../shared/api/contract.ts';
import { formatBytes } from '../../../shared/ui/format.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { readAccount } from '../acts/read-account.ts';
import { signOutHere } from '../acts/sign-out.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { Facts } from '../forms/facts.tsx';
import { formatDay } from '../forms/format-day.ts';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { RestoreSection } from '../leave/restore-section.tsx';
import type { AccountStanding } from '../session/account-record.ts';
import { lockAccount } from '../session/open-keys.ts';
import { StepUpProvider } from '../step-up/step-up.tsx';
import { SetUpHints } from './set-up-hints.tsx';

/** Who is signed in, what the account holds, and what would make it safer. */
export function OverviewView({ standing }: { readonly standing: AccountStanding }) {
  const account = useLoaded(readAccount);
  const known = account.value;
  return (
    <StepUpProvider>
      <div class="card stack">
        <PageHeading title={i18n.t('account.title')} />
        <Facts facts={factsOf(standing, known)} />
        <LoadProblem loaded={account} />
        <div class="row">
          <button type="button" class="primary" onClick={() => lockAccount()}>
            {i18n.t('account.lock.now')}
          </button>
          <ConfirmAct
            label={i18n.t('account.signOut')}
            title={i18n.t('account.sessions.endHereTitle')}
            body={i18n.t('account.sessions.endHereBody')}
            onConfirm={signOutHere}
          />
          {known?.role === 'admin' && (
            <a class="button" href="/operator.html">
              {i18n.t('operator.title')}
            </a>
          )}
        </div>
      </div>
      {known?.deleteAfter && (
        <RestoreSection deleteAfter={known.deleteAfter} onChanged={account.reload} />
      )}
      {known?.factors && !known.deleteAfter && <SetUpHints factors={known.factors} />}
    </StepUpProvider>
  );
}

function factsOf({ email, origin }: AccountStanding, known: AccountAnswer | undefined) {
  const facts: [string, string][] = [
    [i18n.t('account.email'), email],
    [i18n.t('account.kit.server'), origin],
  ];
  if (known) facts.push([i18n.t('account.overview.since'), formatDay(known.createdAt)]);
  if (known?.quota) {
    const { used, limit } = known.quota;
    const room = i18n.t('account.overview.used', [formatBytes(used), formatBytes(limit)]);
    facts.push([i18n.t('account.overview.room'), room]);
  }
  return facts;
}
