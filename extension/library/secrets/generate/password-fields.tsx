import { i18n } from '#i18n';
import { CHARACTER_KINDS, type CharacterKind, type PasswordChoices } from './make-password.ts';
import { NumberField } from './number-field.tsx';

interface PasswordFieldsProps {
  readonly choices: PasswordChoices;
  readonly onChange: (choices: PasswordChoices) => void;
}

/** How long a password is, and of which kinds of characters. */
export function PasswordFields({ choices, onChange }: PasswordFieldsProps) {
  const { kinds } = choices;
  const toggle = (kind: CharacterKind) =>
    onChange({
      ...choices,
      kinds: CHARACTER_KINDS.filter((it) => kinds.includes(it) !== (it === kind)),
    });
  return (
    <>
      <NumberField
        label={i18n.t('library.secret.generator.length')}
        min={8}
        max={128}
        value={choices.length}
        onChange={(length) => onChange({ ...choices, length })}
      />
      <fieldset class="stack tight">
        <legend>{i18n.t('library.secret.generator.kinds')}</legend>
        {CHARACTER_KINDS.map((kind) => (
          <label key={kind} class="check">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              // One kind stays.
              disabled={kinds.length === 1 && kinds.includes(kind)}
              onChange={() => toggle(kind)}
            />
            {i18n.t(`library.secret.generator.${kind}`)}
          </label>
        ))}
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={choices.isReadable}
          onChange={({ currentTarget }) =>
            onChange({ ...choices, isReadable: currentTarget.checked })
          }
        />
        {i18n.t('library.secret.generator.readable')}
      </label>
    </>
  );
}
