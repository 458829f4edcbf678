import type { Ref } from 'preact';
import { useState } from 'preact/hooks';

interface PassphraseInputProps {
  readonly id: string;
  /** What the box that shows the passphrase says. */
  readonly showLabel: string;
  /** Whether a new one is chosen, which keeps password managers from filling in another. */
  readonly isNew?: boolean;
  readonly value?: string;
  readonly isInvalid: boolean;
  readonly describedBy: string;
  readonly onInput: (passphrase: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field for a passphrase, hidden unless the person wants to see it. */
export function PassphraseInput(props: PassphraseInputProps) {
  const [isShown, setShown] = useState(false);
  const type = isShown ? ({ type: 'text' } as const) : ({ type: 'password' } as const);
  return (
    <>
      <input
        {...type}
        {...(props.value === undefined ? {} : { value: props.value })}
        ref={props.inputRef ?? null}
        id={props.id}
        // Shown, it is a text like any other to the browser, which would keep it in its session's files.
        autoComplete={props.isNew && !isShown ? 'new-password' : 'off'}
        autoCapitalize="off"
        spellcheck={false}
        aria-invalid={props.isInvalid}
        aria-describedby={props.describedBy}
        onInput={({ currentTarget }) => props.onInput(currentTarget.value)}
      />
      <label class="check small">
        <input
          type="checkbox"
          checked={isShown}
          onChange={({ currentTarget }) => setShown(currentTarget.checked)}
        />
        {props.showLabel}
      </label>
    </>
  );
}
