import { i18n } from '#i18n';
import { readOperatorShare, takeShareDown } from '../../shared/api/client/accounts/admin.ts';
import type { OperatorShare } from '../../shared/api/contract.ts';
import type { EventKind } from '../../shared/api/limits.ts';
import { formatBytes, formatTime } from '../../shared/ui/format.ts';
import { Facts } from '../account/forms/facts.tsx';
import { LoadProblem } from '../account/forms/load-problem.tsx';
import { useLoaded } from '../account/forms/use-loaded.ts';
import { connect } from '../account/session/connection.ts';
import { eventWords, stateWords } from '../my-shares/words.ts';
import { ReasonAct } from './reason-act.tsx';

/** All that can be known of a share: never what is in it. */
export function ShareFacts({ id }: { readonly id: string }) {
  const share = useLoaded(async () => readOperatorShare(await connect(), id));
  return (
    <>
      <LoadProblem loaded={share} />
      {share.value && (
        <>
          <Standing share={share.value} />
          {(share.value.hasContent || share.value.state === 'active') && (
            <div>
              <ReasonAct
                label={i18n.t('operator.share.takeDown')}
                title={i18n.t('operator.share.takeDownTitle')}
                body={i18n.t('operator.share.takeDownBody')}
                onAct={async (reason) => takeShareDown(await connect(), id, reason)}
                onDone={share.show}
              />
            </div>
          )}
          <h3>{i18n.t('operator.places.reports')}</h3>
          <ul class="rows">
            {share.value.reports.map((report) => (
              <li key={report.id}>
                <p>{report.reason}</p>
                <p class="small faded">
                  {i18n.t('operator.reports.from', [formatTime(report.createdAt), report.address])}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Standing({ share }: { readonly share: OperatorShare }) {
  const events = Object.entries(share.events).map(
    ([kind, count]) => `${eventWords[kind as EventKind] ?? kind} (${count})`,
  );
  const facts = [
    [i18n.t('operator.share.state'), stateWords[share.state]],
    [i18n.t('operator.share.views'), `${share.remaining} / ${share.views}`],
    [i18n.t('operator.share.made'), formatTime(share.createdAt)],
    [i18n.t('operator.share.expires'), formatTime(share.expiresAt)],
    [i18n.t('operator.share.size'), formatBytes(share.contentLength)],
    [
      i18n.t('operator.share.content'),
      i18n.t(share.hasContent ? 'operator.share.stored' : 'operator.share.gone'),
    ],
    [i18n.t('operator.share.tickets'), String(share.liveTickets)],
    [i18n.t('operator.share.events'), events.join(', ')],
  ] as const;
  return <Facts facts={facts} />;
}
