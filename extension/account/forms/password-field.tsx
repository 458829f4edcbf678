import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Hint } from '../../../shared/ui/hint.tsx';
import { PassphraseInput } from '../../../shared/ui/passphrase-input.tsx';
import { StrengthMeter } from '../password/strength-meter.tsx';
import { useRating } from '../password/use-rating.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  readonly onInput: (password: string) => void;
}

/** A password that the person knows already. */
export function PasswordField({ label, value, hint, problem, onInput }: PasswordFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <PassphraseInput
        id={id}
        showLabel={i18n.t('account.password.show')}
        value={value}
        isInvalid={problem !== undefined}
        describedBy={`${id}-hint`}
        onInput={onInput}
      />
      <Hint id={`${id}-hint`} problem={problem} hint={hint} />
    </div>
  );
}

interface NewPasswordFieldProps extends PasswordFieldProps {
  /** What a guesser would try first. */
  readonly known: readonly string[];
}

/** A password to be chosen, rated while it is typed. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const { label, value, hint, problem, known, onInput } = props;
  const id = useId();
  const rating = useRating(value, known);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <PassphraseInput
        isNew
        id={id}
        showLabel={i18n.t('account.password.show')}
        value={value}
        isInvalid={problem !== undefined}
        describedBy={`${id}-hint ${id}-strength`}
        onInput={onInput}
      />
      <StrengthMeter id={`${id}-strength`} rating={rating} />
      <Hint id={`${id}-hint`} problem={problem} hint={hint} />
    </div>
  );
}
