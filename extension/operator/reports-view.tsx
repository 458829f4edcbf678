import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { closeReport, readReports } from '../../shared/api/client/accounts/admin.ts';
import type { Report } from '../../shared/api/contract.ts';
import { formatTime } from '../../shared/ui/format.ts';
import { LoadProblem } from '../account/forms/load-problem.tsx';
import { connect } from '../account/session/connection.ts';
import { PageList } from './page-list.tsx';
import { shareHref } from './read-place.ts';
import { ReasonAct } from './reason-act.tsx';
import { usePages } from './use-pages.ts';

const STATES = ['open', 'closed'] as const;
type State = (typeof STATES)[number];

/** What readers reported. */
export function ReportsView() {
  const [state, setState] = useState<State>('open');
  return (
    <div class="card stack">
      <div class="row spread">
        <h2>{i18n.t('operator.places.reports')}</h2>
        <fieldset class="row">
          <legend class="unseen">{i18n.t('operator.reports.which')}</legend>
          {STATES.map((name) => (
            <label key={name} class="check">
              <input
                type="radio"
                name="state"
                checked={state === name}
                onChange={() => setState(name)}
              />
              {i18n.t(`operator.reports.${name}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <Reports key={state} state={state} />
    </div>
  );
}

function Reports({ state }: { readonly state: State }) {
  const pages = usePages(async (before) => {
    const { reports, next } = await readReports(await connect(), state, before);
    return { rows: reports, next };
  });
  return (
    <>
      <LoadProblem loaded={pages.first} />
      <PageList pages={pages} empty={i18n.t('operator.reports.none')}>
        {pages.rows.map((report) => (
          <ReportRow key={report.id} report={report} onChanged={pages.reload} />
        ))}
      </PageList>
    </>
  );
}

interface ReportRowProps {
  readonly report: Report;
  readonly onChanged: () => Promise<void>;
}

function ReportRow({ report, onChanged }: ReportRowProps) {
  const { id, shareId, reason, address, createdAt, closed } = report;
  return (
    <li class="stack">
      <p>{reason}</p>
      <p class="small faded">
        {i18n.t('operator.reports.from', [formatTime(createdAt), address])}
        {closed &&
          ` · ${i18n.t(closed.ending === 'taken-down' ? 'operator.reports.takenDown' : 'operator.reports.dismissed', [formatTime(closed.at), closed.reason])}`}
      </p>
      <div class="row">
        <a class="button" href={shareHref(shareId)}>
          {i18n.t('operator.reports.look')}
        </a>
        {!closed && (
          <ReasonAct
            label={i18n.t('operator.reports.close')}
            title={i18n.t('operator.reports.closeTitle')}
            body={i18n.t('operator.reports.closeBody')}
            onAct={async (why) => closeReport(await connect(), id, why)}
            onDone={onChanged}
          />
        )}
      </div>
    </li>
  );
}
