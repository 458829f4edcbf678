import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NarrowShareRequest, ShareStatus } from '../../shared/api/contract.ts';
import { EXPIRIES_SECONDS } from '../../shared/ui/composer/share-choices.ts';
import { formatDuration, secondsUntil } from '../../shared/ui/format.ts';

interface NarrowFormProps {
  readonly status: ShareStatus;
  /** Rejects when the server could not be told. */
  readonly onNarrow: (change: NarrowShareRequest) => Promise<void>;
}

/** Fewer views or less time; what was promised to nobody can't be widened again. */
export function NarrowForm({ status, onNarrow }: NarrowFormProps) {
  const [problem, setProblem] = useState('');
  const id = useId();
  const taken = status.views - status.remaining;
  const times = EXPIRIES_SECONDS.filter((seconds) => seconds < secondsUntil(status.expiresAt));

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const views = Number(fields.get('views'));
    const seconds = Number(fields.get('expires'));
    const change = {
      ...(views === status.views ? {} : { views }),
      ...(seconds === 0 ? {} : { expiresInSeconds: seconds }),
    };
    if (Object.keys(change).length === 0) return setProblem(i18n.t('shares.narrowNothing'));
    try {
      await onNarrow(change);
    } catch {
      setProblem(i18n.t('shares.narrowFailed'));
    }
  }

  return (
    <form class="stack" onSubmit={submit}>
      <p>{i18n.t('shares.narrowAbout')}</p>
      <div class="field">
        <label for={`${id}-views`}>{i18n.t('shares.narrowViews')}</label>
        <input
          id={`${id}-views`}
          name="views"
          type="number"
          required
          min={taken + 1}
          max={status.views}
          defaultValue={String(status.views)}
        />
      </div>
      <div class="field">
        <label for={`${id}-expires`}>{i18n.t('shares.narrowExpires')}</label>
        <select id={`${id}-expires`} name="expires">
          <option value={0}>{i18n.t('shares.narrowSameTime')}</option>
          {times.map((seconds) => (
            <option key={seconds} value={seconds}>
              {formatDuration(seconds)}
            </option>
          ))}
        </select>
      </div>
      <p class="error" role="alert">
        {problem}
      </p>
      <div class="row">
        <button type="submit" class="primary">
          {i18n.t('shares.narrowDo')}
        </button>
      </div>
    </form>
  );
}
