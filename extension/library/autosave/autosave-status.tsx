import { i18n } from '#i18n';
import type { Autosave } from '../use-autosave.ts';
import './autosave.css';

interface AutosaveStatusProps {
  readonly autosave: Autosave;
}

/** Says whether what is edited is kept; where it is not, what to do. */
export function AutosaveStatus({ autosave }: AutosaveStatusProps) {
  const { state, isElsewhere, saveNow } = autosave;
  if (state.name === 'failed') {
    return (
      <div class="autosave-failed notice small" role="alert">
        <p>{i18n.t(`library.autosave.failed.${FAILURES[state.why]}`)}</p>
        <div class="row">
          <button type="button" onClick={saveNow}>
            {i18n.t('library.autosave.tryAgain')}
          </button>
          {state.why === 'locked' ? (
            <a href="/account.html" target="_blank" rel="noopener">
              {i18n.t('sync.unlock')}
            </a>
          ) : (
            <a href="/library.html#storage" target="_blank" rel="noopener">
              {i18n.t('library.autosave.makeRoom')}
            </a>
          )}
        </div>
      </div>
    );
  }
  return (
    <p class="autosave small faded" role="status">
      {isElsewhere ? i18n.t('library.autosave.elsewhere') : WORDS[state.name]}
    </p>
  );
}

const FAILURES = {
  'no-room': 'noRoom',
  locked: 'locked',
  unavailable: 'unavailable',
  failed: 'failed',
} as const;

const WORDS = {
  untouched: '',
  saving: i18n.t('library.autosave.saving'),
  saved: i18n.t('library.autosave.saved'),
};
