import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { changeSettings, readSettings } from '../../settings/settings.ts';
import { lockAccount } from '../session/open-keys.ts';
import { Section } from './section.tsx';

const CHOICES_MINUTES = [1, 5, 15, 60, 240];
/** As a value of the select. */
const ONLY_BROWSER = 'only-browser';

/** When the account locks by itself, and at once. */
export function LockSection() {
  const [minutes, setMinutes] = useState<number | null>();
  const id = useId();
  useEffect(() => {
    void readSettings().then(({ lockAfterMinutes }) => setMinutes(lockAfterMinutes));
  }, []);

  async function choose(value: string): Promise<void> {
    const lockAfterMinutes = value === ONLY_BROWSER ? null : Number(value);
    setMinutes((await changeSettings({ lockAfterMinutes })).lockAfterMinutes);
  }

  return (
    <Section title={i18n.t('account.lock.title')}>
      <div class="field">
        <label for={id}>{i18n.t('account.lock.after')}</label>
        <select
          id={id}
          value={minutes === null ? ONLY_BROWSER : String(minutes)}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {CHOICES_MINUTES.map((choice) => (
            <option key={choice} value={choice}>
              {i18n.t('account.lock.minutes', choice)}
            </option>
          ))}
          <option value={ONLY_BROWSER}>{i18n.t('account.lock.onlyBrowser')}</option>
        </select>
        <p id={`${id}-hint`} class="small faded">
          {i18n.t('account.lock.hint')}
        </p>
      </div>
      <div>
        <button type="button" onClick={() => lockAccount()}>
          {i18n.t('account.lock.now')}
        </button>
      </div>
    </Section>
  );
}
