import { useId } from 'preact/hooks';
import type { ConfigAnswer } from '../../api/contract.ts';
import { formatDuration } from '../format.ts';
import { Hint } from '../hint.tsx';
import { PassphraseInput } from '../passphrase-input.tsx';
import * as text from '../text/composer.ts';
import { rateStrength } from './passphrase-strength.ts';
import { type ChoiceProblems, expiryChoices, isLarge, type ShareChoices } from './share-choices.ts';

interface ShareOptionsProps {
  readonly choices: ShareChoices;
  /** Given the whole new choices. */
  readonly onChange: (choices: ShareChoices) => void;
  readonly config: ConfigAnswer;
  /** Size of the content so far: large content may not be kept as long. */
  readonly contentBytes: number;
  readonly problems?: ChoiceProblems;
}

/** The fields for views, expiry, passphrase and note. */
export function ShareOptions(props: ShareOptionsProps) {
  const { choices, onChange, config, contentBytes, problems = {} } = props;
  const id = useId();
  const change = (part: Partial<ShareChoices>) => onChange({ ...choices, ...part });
  const { min, max } = config.views;

  return (
    <fieldset class="stack">
      <legend class="unseen">{text.options}</legend>
      <div class="pair">
        <div class="field">
          <label for={`${id}-views`}>{text.views}</label>
          <input
            id={`${id}-views`}
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            value={Number.isNaN(choices.views) ? '' : choices.views}
            aria-invalid={problems.views !== undefined}
            aria-describedby={`${id}-views-hint`}
            onInput={({ currentTarget }) => change({ views: currentTarget.valueAsNumber })}
          />
          <Hint id={`${id}-views-hint`} problem={problems.views} hint={text.viewsHint(max)} />
        </div>
        <div class="field">
          <label for={`${id}-expires`}>{text.expires}</label>
          <select
            id={`${id}-expires`}
            value={choices.expiresInSeconds}
            aria-describedby={`${id}-expires-hint`}
            onChange={({ currentTarget }) =>
              change({ expiresInSeconds: Number(currentTarget.value) })
            }
          >
            {expiryChoices(contentBytes, config).map((seconds) => (
              <option key={seconds} value={seconds}>
                {formatDuration(seconds)}
              </option>
            ))}
          </select>
          <Hint
            id={`${id}-expires-hint`}
            hint={
              isLarge(contentBytes, config)
                ? text.expiresLarge(config.expiresInSeconds.maxLarge)
                : ''
            }
          />
        </div>
      </div>
      <div class="field">
        <label for={`${id}-passphrase`}>{text.passphrase}</label>
        <PassphraseInput
          isNew
          id={`${id}-passphrase`}
          showLabel={text.showPassphrase}
          value={choices.passphrase}
          isInvalid={problems.passphrase !== undefined}
          describedBy={`${id}-passphrase-hint`}
          onInput={(passphrase) => change({ passphrase })}
        />
        <p class="small" role="status">
          {choices.passphrase !== '' && text.strength[rateStrength(choices.passphrase)]}
        </p>
        <Hint
          id={`${id}-passphrase-hint`}
          problem={problems.passphrase}
          hint={text.passphraseHint}
        />
      </div>
      <div class="field">
        <label for={`${id}-note`}>{text.note}</label>
        <textarea
          id={`${id}-note`}
          class="short"
          rows={2}
          // Else the browser keeps what is typed in its session's files, and may send it away to check the spelling.
          autoComplete="off"
          spellcheck={false}
          value={choices.note}
          aria-invalid={problems.note !== undefined}
          aria-describedby={`${id}-note-hint`}
          onInput={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        <Hint id={`${id}-note-hint`} problem={problems.note} hint={text.noteHint} />
      </div>
    </fieldset>
  );
}
