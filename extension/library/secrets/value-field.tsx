import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';

interface ValueFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Dots, until it is to be shown. */
  readonly isHidden: boolean;
  /** How many lines there is room for; where left out, one line is all that it takes. */
  readonly lines?: number;
  /** In UTF-16 code units. */
  readonly maxLength: number;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** One value of a secret: typed, shown where it is hidden, and copied. */
export function ValueField(props: ValueFieldProps) {
  const { label, value, onInput, isHidden, lines, maxLength, children } = props;
  const [isShown, setShown] = useState(false);
  const id = useId();
  const isDotted = isHidden && !isShown;
  const common = { id, value, maxLength, spellcheck: false, autoCapitalize: 'off' } as const;
  const hasLines = value.includes('\n');
  const isLine = lines === undefined && !hasLines;

  /** A line of dots has no room for lines: what is pasted would lose its ends of line, and a key in PEM be none. */
  function pasteLines(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!/\n(?=.)/s.test(pasted.trimEnd())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget as HTMLInputElement;
    const whole = value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? 0);
    onInput(whole.slice(0, maxLength));
  }

  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isDotted || isLine ? (
        <input
          {...common}
          {...(isDotted ? { type: 'password' } : { type: 'text' })}
          // Shown, it is a text like any other to the browser, which would keep it in its session’s files.
          autoComplete={isDotted ? 'new-password' : 'off'}
          readOnly={hasLines}
          {...(isDotted && !hasLines ? { onPaste: pasteLines } : {})}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      ) : (
        <textarea
          {...common}
          class={isHidden ? 'value shown' : 'value'}
          rows={lines ?? 1}
          autoComplete="off"
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
      {isDotted && hasLines && <p class="small faded">{i18n.t('library.secret.lines')}</p>}
      {(isHidden || value !== '' || children) && (
        <div class="row tight">
          {isHidden && (
            <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {i18n.t(isShown ? 'library.secret.hide' : 'library.secret.show')}
              <span class="unseen"> {label}</span>
            </button>
          )}
          {value !== '' && (
            <CopyButton
              label={
                <>
                  {i18n.t('library.secret.copy')}
                  <span class="unseen"> {label}</span>
                </>
              }
              done={i18n.t('library.secret.copied', [label])}
              failed={i18n.t('library.notCopied')}
              text={() => value}
            />
          )}
          {children}
        </div>
      )}
    </div>
  );
}
