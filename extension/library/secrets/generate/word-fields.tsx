import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { SEPARATORS, type Separator, type WordChoices } from './make-words.ts';
import { NumberField } from './number-field.tsx';

interface WordFieldsProps {
  readonly choices: WordChoices;
  readonly onChange: (choices: WordChoices) => void;
}

/** How many words, and what stands between them. */
export function WordFields({ choices, onChange }: WordFieldsProps) {
  const id = useId();
  return (
    <>
      <NumberField
        label={i18n.t('library.secret.generator.count')}
        min={4}
        max={12}
        value={choices.count}
        onChange={(count) => onChange({ ...choices, count })}
      />
      <div class="field">
        <label for={id}>{i18n.t('library.secret.generator.between')}</label>
        <select
          id={id}
          value={choices.separator}
          onChange={({ currentTarget }) =>
            onChange({ ...choices, separator: currentTarget.value as Separator })
          }
        >
          {SEPARATORS.map((it) => (
            <option key={it} value={it}>
              {it === ' ' ? i18n.t('library.secret.generator.space') : it}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
