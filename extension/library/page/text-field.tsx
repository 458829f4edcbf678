import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly hint?: string;
}

/** A labelled line of text in a form, all of it selected when it gets the focus. */
export function TextField(props: TextFieldProps) {
  const { name, label, value = '', isRequired = false, maxLength = 200, hint } = props;
  const id = useId();
  const hintId = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        required={isRequired}
        maxLength={maxLength}
        autoComplete="off"
        spellcheck={false}
        {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {hint !== undefined && (
        <p id={hintId} class="small faded">
          {hint}
        </p>
      )}
    </div>
  );
}
