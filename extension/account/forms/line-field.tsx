import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Hint } from '../../../shared/ui/hint.tsx';

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  readonly kind: keyof typeof KINDS;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onInput: (text: string) => void;
}

/** How browsers and phones help with each kind. */
const KINDS = {
  email: { type: 'email', autoComplete: 'email', inputMode: 'email', class: '' },
  code: { type: 'text', autoComplete: 'one-time-code', inputMode: 'numeric', class: 'code' },
  'recovery-code': { type: 'text', autoComplete: 'off', inputMode: 'text', class: 'code' },
  name: { type: 'text', autoComplete: 'off', inputMode: 'text', class: '' },
} as const;

/** A labelled line of text with its hint, or what is wrong with it. */
export function LineField(props: LineFieldProps) {
  const { label, value, hint, problem, kind, maxLength = 254, inputRef, onInput } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...KINDS[kind]}
        ref={inputRef ?? null}
        id={id}
        value={value}
        maxLength={maxLength}
        autoCapitalize="off"
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <Hint id={`${id}-hint`} problem={problem} hint={hint} />
    </div>
  );
}
