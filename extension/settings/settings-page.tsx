import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Hint } from '../../shared/ui/hint.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { applyTheme } from '../page/apply-theme.ts';
import { PageFrame } from '../page/page-frame.tsx';
import { checkSettings, type SettingsProblems } from './check-settings.ts';
import { ExpirySelect } from './expiry-select.tsx';
import { changeSettings, type Settings, type Theme } from './settings.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
type Progress = 'editing' | 'checking' | 'saved';

/** Where shares go, how they begin, and how the extension looks. */
export function SettingsPage({ saved }: { readonly saved: Settings }) {
  const [form, setForm] = useState(saved);
  const [known, setKnown] = useState(saved);
  const [problems, setProblems] = useState<SettingsProblems>({});
  const [progress, setProgress] = useState<Progress>('editing');

  function change(part: Partial<Settings>): void {
    setForm({ ...form, ...part });
    setProblems({});
    setProgress('editing');
    if (part.theme) applyTheme(part.theme);
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setProgress('checking');
    const checked = await checkSettings(form, known);
    setProblems(checked.problems);
    if (!checked.settings) return setProgress('editing');
    const stored = await changeSettings(checked.settings);
    setForm(stored);
    setKnown(stored);
    setProgress('saved');
  }

  return (
    <PageFrame>
      <form class="card stack" noValidate onSubmit={save}>
        <PageHeading title={i18n.t('settings.title')} />
        <div class="field">
          <label for="origin">{i18n.t('settings.server')}</label>
          <input
            id="origin"
            type="url"
            value={form.origin}
            spellcheck={false}
            aria-invalid={problems.origin !== undefined}
            aria-describedby="origin-hint"
            onInput={({ currentTarget }) => change({ origin: currentTarget.value })}
          />
          <Hint id="origin-hint" problem={problems.origin} hint={i18n.t('settings.serverHint')} />
        </div>
        <div class="field">
          <label for="views">{i18n.t('settings.views')}</label>
          <input
            id="views"
            type="number"
            min={1}
            value={Number.isNaN(form.views) ? '' : form.views}
            aria-invalid={problems.views !== undefined}
            aria-describedby="views-hint"
            onInput={({ currentTarget }) => change({ views: currentTarget.valueAsNumber })}
          />
          <Hint id="views-hint" problem={problems.views} hint={i18n.t('settings.viewsHint')} />
        </div>
        <ExpirySelect
          id="expires"
          label={i18n.t('settings.expires')}
          value={form.expiresInSeconds}
          onChange={(expiresInSeconds) => change({ expiresInSeconds })}
        />
        <div class="field">
          <label class="row">
            <input
              type="checkbox"
              checked={form.shareAtOnce}
              aria-describedby="at-once-hint"
              onChange={({ currentTarget }) => change({ shareAtOnce: currentTarget.checked })}
            />
            {i18n.t('settings.atOnce')}
          </label>
          <Hint id="at-once-hint" hint={i18n.t('settings.atOnceHint')} />
        </div>
        <fieldset class="row">
          <legend>{i18n.t('settings.theme')}</legend>
          {THEMES.map((theme) => (
            <label key={theme} class="row choice">
              <input
                type="radio"
                name="theme"
                checked={form.theme === theme}
                onChange={() => change({ theme })}
              />
              {i18n.t(`settings.themes.${theme}`)}
            </label>
          ))}
        </fieldset>
        <div class="row">
          <button type="submit" class="primary" disabled={progress === 'checking'}>
            {i18n.t('settings.save')}
          </button>
          <span role="status">
            {progress === 'checking' && i18n.t('settings.checking')}
            {progress === 'saved' && i18n.t('settings.saved')}
          </span>
        </div>
      </form>
    </PageFrame>
  );
}
