import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Activity } from '../../../shared/api/contract.ts';
import { formatTime } from '../../../shared/ui/format.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { listActivity } from '../acts/activity.ts';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { useSubmit } from '../forms/use-submit.ts';
import { kindWords, outcomeWords } from './words.ts';

/** Everything that was done with the account: what, when, from where, and whether it went well. */
export function ActivityView() {
  const first = useLoaded(() => listActivity(undefined));
  const [more, setMore] = useState<readonly Activity[]>([]);
  const [next, setNext] = useState<number | null>();
  const { isBusy, problem, run } = useSubmit();
  const before = next === undefined ? first.value?.next : next;
  const lines = [...(first.value?.activity ?? []), ...more];

  async function loadMore(): Promise<void> {
    if (!before) return;
    const page = await listActivity(before);
    setMore([...more, ...page.activity]);
    setNext(page.next);
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.activity.title')} />
      <p>{i18n.t('account.activity.about')}</p>
      <LoadProblem loaded={first} />
      <ol class="log">
        {lines.map((line) => (
          <ActivityLine key={line.id} line={line} />
        ))}
      </ol>
      <p class="error" role="alert">
        {problem}
      </p>
      {before && (
        <div>
          <button type="button" disabled={isBusy} onClick={() => run(loadMore)}>
            {i18n.t('account.activity.more')}
          </button>
        </div>
      )}
      <p class="small faded">{i18n.t('account.activity.addressHint')}</p>
    </div>
  );
}

function ActivityLine({ line }: { readonly line: Activity }) {
  const { kind, outcome, at, device, client, country, address } = line;
  return (
    <li>
      <strong>{kindWords[kind]}</strong>
      {outcome !== 'ok' && <span class="error small">{outcomeWords[outcome]}</span>}
      <span class="small faded">
        {[formatTime(at), device, client, country, address].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
