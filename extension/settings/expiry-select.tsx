import { EXPIRIES_SECONDS } from '../../shared/ui/composer/share-choices.ts';
import { formatDuration } from '../../shared/ui/format.ts';

interface ExpirySelectProps {
  readonly id: string;
  readonly label: string;
  /** Seconds. */
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}

/** The times that the composer offers; it takes the longest that a server and a content allow. */
export function ExpirySelect({ id, label, value, onChange }: ExpirySelectProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      >
        {EXPIRIES_SECONDS.map((seconds) => (
          <option key={seconds} value={seconds}>
            {formatDuration(seconds)}
          </option>
        ))}
      </select>
    </div>
  );
}
