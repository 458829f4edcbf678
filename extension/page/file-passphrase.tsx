import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { PassphraseInput } from '../../shared/ui/passphrase-input.tsx';

interface FilePassphraseProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onInput: (passphrase: string) => void;
  /** What came of it, said below the field. */
  readonly outcome: { readonly text: string; readonly isProblem: boolean } | undefined;
}

/** The passphrase of a file that is written or read, and what came of that. */
export function FilePassphrase({ label, hint, value, onInput, outcome }: FilePassphraseProps) {
  const id = useId();
  const isProblem = outcome?.isProblem ?? false;
  return (
    <>
      <div class="field">
        <label for={id}>{label}</label>
        <PassphraseInput
          isNew
          id={id}
          showLabel={i18n.t('transfer.show')}
          value={value}
          isInvalid={isProblem}
          describedBy={hint === undefined ? `${id}-outcome` : `${id}-hint ${id}-outcome`}
          onInput={onInput}
        />
        {hint !== undefined && (
          <p id={`${id}-hint`} class="small faded">
            {hint}
          </p>
        )}
      </div>
      <p id={`${id}-outcome`} role="status" class={isProblem ? 'error' : ''}>
        {outcome?.text}
      </p>
    </>
  );
}
