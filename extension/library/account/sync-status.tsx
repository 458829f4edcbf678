import { i18n } from '#i18n';
import type { SyncProgress } from '../../../shared/sync/sync-library.ts';
import { formatBytes } from '../../../shared/ui/format.ts';
import type { SyncState } from './run-sync.ts';

interface SyncStatusProps {
  readonly state: SyncState;
  /** Diagrams in the account. */
  readonly count: number;
}

/** Whether the account has all of it, and how much room is left. */
export function SyncStatus({ state, count }: SyncStatusProps) {
  // Until the whole library was read once, nobody knows how many there are.
  const isReading = 'progress' in state && state.progress?.phase === 'pull';
  return (
    <>
      <p role="status">
        {!isReading && <strong>{i18n.t('sync.count', count)}</strong>} {statusWords(state)}
      </p>
      {state.name === 'working' && state.progress && (
        <div class="row small faded">
          <progress
            value={state.progress.done}
            max={state.progress.total}
            aria-label={i18n.t(`sync.progress.${state.progress.phase}`)}
          />
          {i18n.t('sync.progress.share', [percentOf(state.progress)])}
        </div>
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
        <div class="notice row spread" role="alert">
          <span>
            {i18n.t('sync.refused')} {state.message}
          </span>
          {state.mayBeRestored && (
            <a class="button" href="/account.html#older">
              {i18n.t('account.older.more')}
            </a>
          )}
        </div>
      )}
    </>
  );
}

function percentOf({ done, total }: SyncProgress): string {
  return String(Math.floor((100 * done) / Math.max(total, 1)));
}

function statusWords(state: SyncState): string {
  switch (state.name) {
    case 'working':
      return i18n.t(state.progress ? `sync.progress.${state.progress.phase}` : 'sync.working');
    case 'done':
      return state.refusedCount > 0 ? '' : i18n.t('sync.done');
    case 'offline':
      return state.progress
        ? i18n.t('sync.brokenOff', [percentOf(state.progress)])
        : i18n.t('sync.offline');
    default:
      return '';
  }
}
