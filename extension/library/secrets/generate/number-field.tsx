import { useEffect, useId, useState } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** Told whole numbers between `min` and `max` alone. */
  readonly onChange: (value: number) => void;
}

/** A whole number, typed or stepped through; what is no such number is put right when the field is left. */
export function NumberField({ label, min, max, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value));
  const id = useId();
  useEffect(() => setTyped(String(value)), [value]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const number = currentTarget.valueAsNumber;
          if (Number.isInteger(number) && number >= min && number <= max) onChange(number);
        }}
        onBlur={() => setTyped(String(value))}
      />
    </div>
  );
}
