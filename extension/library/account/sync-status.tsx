import { i18n } from '#i18n';
import { formatBytes } from '../../../shared/ui/format.ts';
import type { SyncState } from './run-sync.ts';

interface SyncStatusProps {
  readonly state: SyncState;
  /** Diagrams in the account. */
  readonly count: number;
}

/** Whether the account has all of it, and how much room is left. */
export function SyncStatus({ state, count }: SyncStatusProps) {
  return (
    <>
      <p role="status">
        <strong>{i18n.t('sync.count', count)}</strong> {statusWords(state)}
      </p>
      {state.name === 'working' && state.progress && (
        <progress
          value={state.progress.done}
          max={state.progress.total}
          aria-label={i18n.t(`sync.progress.${state.progress.phase}`)}
        />
      )}
      {state.name === 'done' && (
        <div class="row small faded">
          <meter
            value={state.used}
            max={state.limit}
            high={state.limit * 0.9}
            aria-label={i18n.t('sync.quotaLabel')}
          />
          {i18n.t('sync.quota', [formatBytes(state.used), formatBytes(state.limit)])}
        </div>
      )}
      {state.name === 'done' && state.refusedCount > 0 && (
        <p class="notice" role="alert">
          {i18n.t('sync.noRoom')} <a href="#storage">{i18n.t('library.storage.more')}</a>
        </p>
      )}
      {state.name === 'refused' && (
        <p class="notice" role="alert">
          {i18n.t('sync.refused')} {state.message}
        </p>
      )}
    </>
  );
}

function statusWords(state: SyncState): string {
  switch (state.name) {
    case 'working':
      return i18n.t(state.progress ? `sync.progress.${state.progress.phase}` : 'sync.working');
    case 'done':
      return state.refusedCount > 0 ? '' : i18n.t('sync.done');
    case 'offline':
      return i18n.t('sync.offline');
    default:
      return '';
  }
}
