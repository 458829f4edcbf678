import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Hint } from '../../../shared/ui/hint.tsx';

interface KitFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onInput: (text: string) => void;
}

/** The four lines of a kit, as they stand on paper. */
export function KitField({ value, problem, onInput }: KitFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{i18n.t('account.recover.kit')}</label>
      <textarea
        id={id}
        class="code"
        rows={4}
        value={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <Hint id={`${id}-hint`} problem={problem} hint={i18n.t('account.recover.kitHint')} />
    </div>
  );
}
