import { i18n } from '#i18n';
import type { ShareStatus } from '../../shared/api/contract.ts';
import { formatDuration, formatTime, secondsUntil } from '../../shared/ui/format.ts';
import type { ShareView } from './use-share.ts';
import { stateWords } from './words.ts';

/** Where a share stands, in words. */
export function ShareStanding({ view }: { readonly view: ShareView }) {
  if (view.name === 'known') return <Known status={view.status} />;
  return (
    <p class={view.name === 'loading' ? 'faded' : 'notice'}>
      {i18n.t(`shares.standing.${view.name}`)}
    </p>
  );
}

function Known({ status }: { readonly status: ShareStatus }) {
  const { state, views, remaining, expiresAt } = status;
  if (state === 'active') {
    const left = i18n.t('shares.viewsLeft', [String(remaining), String(views)]);
    const time = [formatDuration(secondsUntil(expiresAt)), formatTime(expiresAt)];
    return (
      <p>
        <span class="state active">{stateWords.active}</span> {left}{' '}
        {i18n.t('shares.expires', time as [string, string])}
      </p>
    );
  }
  return (
    <p>
      <span class="state">{stateWords[state]}</span>{' '}
      {i18n.t('shares.viewsTaken', [String(views - remaining), String(views)])}
    </p>
  );
}
