import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  /** What is seen; the label is its name and its tooltip. */
  readonly face: ComponentChildren;
}

interface ChoiceProps<Value> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  /** None is marked where it is undefined. */
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** One of a few pictures: radio buttons that look like a bar. */
export function Choice<Value>({ legend, options, value, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.label} title={option.label}>
            <input
              type="radio"
              name={name}
              aria-label={option.label}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.face}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
